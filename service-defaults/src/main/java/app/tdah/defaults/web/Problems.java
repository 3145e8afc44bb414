package app.tdah.defaults.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Makes the one problem+json body of the suite. */
public final class Problems {

  private final ObjectProvider<Tracer> tracer;
  private final JsonMapper json;

  Problems(ObjectProvider<Tracer> tracer, JsonMapper json) {
    this.tracer = tracer;
    this.json = json;
  }

  ProblemDetail of(ProblemException e) {
    ProblemDetail problem = of(e.status(), e.code(), e.getMessage());
    if (!e.fieldErrors().isEmpty()) {
      problem.setProperty("errors", e.fieldErrors());
    }
    e.properties().forEach(problem::setProperty);
    Duration retryAfter = e.retryAfter();
    if (retryAfter != null) {
      problem.setProperty("retryAfter", seconds(retryAfter));
    }
    return problem;
  }

  ProblemDetail of(HttpStatusCode status, String code, @Nullable String detail) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    HttpStatus known = HttpStatus.resolve(status.value());
    problem.setType(URI.create("urn:tdah:problem:" + code));
    problem.setTitle(known == null ? "Error" : known.getReasonPhrase());
    problem.setDetail(detail);
    problem.setProperty("code", code);
    Tracer current = tracer.getIfAvailable();
    Span span = current == null ? null : current.currentSpan();
    if (span != null) {
      problem.setProperty("traceId", span.context().traceId());
    }
    return problem;
  }

  ProblemDetail invalid(List<FieldProblem> errors) {
    ProblemDetail problem =
        of(
            HttpStatus.BAD_REQUEST,
            "validation-failed",
            "The request has fields that cannot be accepted.");
    problem.setProperty("errors", errors);
    return problem;
  }

  static long seconds(Duration delay) {
    return Math.max(1, (delay.toMillis() + 999) / 1000);
  }

  /** Answers from outside a controller, such as from a filter. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatusCode status,
      String code,
      String detail)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    ProblemDetail problem = of(status, code, detail);
    problem.setInstance(URI.create(request.getRequestURI()));
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
