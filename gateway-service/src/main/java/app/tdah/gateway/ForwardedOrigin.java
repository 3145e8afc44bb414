package app.tdah.gateway;

import java.net.URI;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Tells the services a request's true origin, in place of what the client claims. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ForwardedOrigin implements HttpHeadersFilter {

  private final ClientAddress addresses;
  private final URI publicUrl;

  ForwardedOrigin(ClientAddress addresses, GatewayProperties properties) {
    this.addresses = addresses;
    this.publicUrl = URI.create(properties.issuer());
  }

  @Override
  public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
    HttpHeaders headers = new HttpHeaders();
    headers.putAll(input);
    headers.set(ClientAddress.FORWARDED_FOR, addresses.of(exchange.getRequest()));
    headers.set("X-Forwarded-Proto", publicUrl.getScheme());
    headers.set("X-Forwarded-Host", publicUrl.getAuthority());
    return headers;
  }
}
