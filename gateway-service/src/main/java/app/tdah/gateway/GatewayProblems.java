package app.tdah.gateway;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The suite's problem+json (RFC 9457) for what the gateway answers itself. */
@Component
class GatewayProblems {

  private final Tracer tracer;
  private final JsonMapper json;

  GatewayProblems(Tracer tracer, JsonMapper json) {
    this.tracer = tracer;
    this.json = json;
  }

  Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String code, String detail) {
    return write(exchange, status, code, detail, null);
  }

  Mono<Void> write(
      ServerWebExchange exchange,
      HttpStatus status,
      String code,
      String detail,
      @Nullable Duration retryAfter) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.empty();
    }
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:tdah:problem:" + code));
    problem.setInstance(URI.create(exchange.getRequest().getPath().value()));
    problem.setProperty("code", code);
    Span span = tracer.currentSpan();
    if (span != null) {
      problem.setProperty("traceId", span.context().traceId());
    }
    response.setStatusCode(status);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setCacheControl("no-store");
    if (retryAfter != null) {
      long seconds = Math.max(1, (retryAfter.toMillis() + 999) / 1000);
      problem.setProperty("retryAfter", seconds);
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
    byte[] body = json.writeValueAsBytes(problem);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }
}
