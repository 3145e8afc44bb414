package app.tdah.defaults.telemetry;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** One id for all that a request sets in motion, in every log line and on every event. */
public final class CorrelationId {

  /** Request, response and event header. */
  public static final String HEADER = "X-Correlation-Id";

  private static final String MDC_KEY = "correlationId";
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private CorrelationId() {}

  /** The id of what this thread is doing, or null outside any request or event. */
  public static @Nullable String current() {
    return MDC.get(MDC_KEY);
  }

  /** Enters a scope with the given id, or with a new one where it is missing or not sane. */
  public static Scope enter(@Nullable String offered) {
    String id =
        offered != null && SANE.matcher(offered).matches() ? offered : UUID.randomUUID().toString();
    MDC.put(MDC_KEY, id);
    return new Scope(id);
  }

  /** Until it is closed, log lines of this thread carry the id. */
  public record Scope(String id) implements AutoCloseable {

    @Override
    public void close() {
      MDC.remove(MDC_KEY);
    }
  }
}
