package app.tdah.gateway;

import java.net.URI;
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

/**
 * Gives every request a correlation id, and tells the services its true origin instead of what the
 * client claims.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardingFilter implements WebFilter {

  static final String CORRELATION_ID = "X-Correlation-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final ClientAddress addresses;
  private final URI publicUrl;

  ForwardingFilter(ClientAddress addresses, GatewayProperties properties) {
    this.addresses = addresses;
    this.publicUrl = URI.create(properties.issuer());
  }

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
              headers.set(ClientAddress.FORWARDED_FOR, addresses.of(exchange.getRequest()));
              headers.set("X-Forwarded-Proto", publicUrl.getScheme());
              headers.set("X-Forwarded-Host", publicUrl.getAuthority());
              headers.remove("X-Forwarded-Port");
              headers.remove("X-Forwarded-Prefix");
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
