package app.tdah.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns whatever goes wrong in the gateway into problem+json. */
@RestController
@Order(-2)
class GatewayErrors implements ErrorWebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(GatewayErrors.class);
  private static final Duration SOON = Duration.ofSeconds(2);

  private final GatewayProblems problems;

  GatewayErrors(GatewayProblems problems) {
    this.problems = problems;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    return switch (failure) {
      case ResponseStatusException refused when refused.getStatusCode().is4xxClientError() ->
          refuse(exchange, refused);
      case ResponseStatusException late when late.getStatusCode().value() == 504 ->
          timedOut(exchange);
      case TimeoutException _ -> timedOut(exchange);
      case IOException _, ResponseStatusException _, AuthenticationServiceException _ ->
          unavailable(exchange, failure);
      default -> {
        log.error(
            "request failed: {} {}", exchange.getRequest().getMethod(), path(exchange), failure);
        yield problems.write(
            exchange,
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal-error",
            "Something went wrong on our side.");
      }
    };
  }

  /** Where a circuit breaker sends requests that it cannot deliver. */
  @RequestMapping("/unavailable")
  Mono<Void> unavailable(ServerWebExchange exchange) {
    Throwable cause =
        exchange.getAttribute(
            org.springframework.cloud.gateway.support.ServerWebExchangeUtils
                .CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR);
    if (cause instanceof ResponseStatusException refused
        && refused.getStatusCode().value() == 504) {
      return timedOut(exchange);
    }
    return unavailable(exchange, Objects.requireNonNullElseGet(cause, IllegalStateException::new));
  }

  private Mono<Void> refuse(ServerWebExchange exchange, ResponseStatusException refused) {
    HttpStatus status =
        Objects.requireNonNullElse(
            HttpStatus.resolve(refused.getStatusCode().value()), HttpStatus.BAD_REQUEST);
    String code = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return problems.write(
        exchange,
        status,
        code,
        status == HttpStatus.NOT_FOUND ? "Nothing is here." : status.getReasonPhrase());
  }

  private Mono<Void> timedOut(ServerWebExchange exchange) {
    log.warn("no answer in time: {} {}", exchange.getRequest().getMethod(), path(exchange));
    return problems.write(
        exchange, HttpStatus.GATEWAY_TIMEOUT, "timeout", "This took too long; try again.", SOON);
  }

  private Mono<Void> unavailable(ServerWebExchange exchange, Throwable cause) {
    log.warn(
        "a service is away: {} {}: {}",
        exchange.getRequest().getMethod(),
        path(exchange),
        cause.toString());
    return problems.write(
        exchange,
        HttpStatus.SERVICE_UNAVAILABLE,
        "unavailable",
        "This part is away for a moment; try again.",
        SOON);
  }

  private static String path(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().value();
  }
}
