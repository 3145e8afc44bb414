package app.tdah.defaults.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * A refusal that the client can act on; answered as problem+json (RFC 9457). Name subclasses for
 * the fact.
 */
public class ProblemException extends RuntimeException {

  private final HttpStatusCode status;
  private final String code;
  private List<FieldProblem> fieldErrors = List.of();
  private @Nullable Duration retryAfter;
  private final Map<String, Object> properties = new LinkedHashMap<>();

  /**
   * @param status 4xx or 503
   * @param code kebab-case, stable, for programs
   * @param detail one sentence for people; nothing secret
   */
  public ProblemException(HttpStatusCode status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** Names the fields that are wrong. */
  public final ProblemException fieldErrors(List<FieldProblem> errors) {
    this.fieldErrors = List.copyOf(errors);
    return this;
  }

  /** Tells when to try again; also sent as the {@code Retry-After} header. */
  public final ProblemException retryAfter(Duration delay) {
    this.retryAfter = delay;
    return this;
  }

  /** Adds a member of its own to the answer. */
  public final ProblemException property(String name, Object value) {
    properties.put(name, value);
    return this;
  }

  /** The HTTP status of the answer. */
  public final HttpStatusCode status() {
    return status;
  }

  /** The stable code. */
  public final String code() {
    return code;
  }

  final Map<String, Object> properties() {
    return properties;
  }

  /** Which fields are wrong; none when it is about the whole. */
  public final List<FieldProblem> fieldErrors() {
    return fieldErrors;
  }

  final @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
