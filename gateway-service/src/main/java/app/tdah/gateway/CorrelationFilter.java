package app.tdah.gateway;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every request a correlation id, and takes away an identity that the client claims. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter implements WebFilter {

  static final String CORRELATION_ID = "X-Correlation-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  /** What only we may tell the services, or nobody. */
  private static final List<String> CLAIMS =
      List.of("X-Authenticated-User", "X-Session-Id", "X-User-Id", "X-User-Roles");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String correlationId =
        correlationId(exchange.getRequest().getHeaders().getFirst(CORRELATION_ID));
    exchange.getResponse().getHeaders().set(CORRELATION_ID, correlationId);
    ServerHttpRequest request =
        exchange
            .getRequest()
            .mutate()
            .headers(headers -> {
              headers.set(CORRELATION_ID, correlationId);
              CLAIMS.forEach(headers::remove);
            })
            .build();
    return chain.filter(exchange.mutate().request(request).build());
  }

  private static String correlationId(@Nullable String offered) {
    return offered != null && SANE.matcher(offered).matches()
        ? offered
        : UUID.randomUUID().toString();
  }
}
