package app.tdah.gateway;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Tells where a request really comes from: {@code X-Forwarded-For} counts only behind a trusted
 * proxy.
 */
@Component
class ClientAddress {

  static final String FORWARDED_FOR = "X-Forwarded-For";

  private final @Nullable Pattern trusted;

  ClientAddress(GatewayProperties properties) {
    Pattern pattern = properties.trustedProxies();
    this.trusted = pattern == null || pattern.pattern().isEmpty() ? null : pattern;
  }

  String of(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    String address = remote == null ? "unknown" : remote.getAddress().getHostAddress();
    if (trusted == null) {
      return address;
    }
    List<String> hops =
        request.getHeaders().getOrEmpty(FORWARDED_FOR).stream()
            .flatMap(header -> Pattern.compile(",").splitAsStream(header))
            .map(String::strip)
            .toList();
    for (int i = hops.size() - 1; i >= 0 && trusted.matcher(address).matches(); i--) {
      address = hops.get(i);
    }
    return address;
  }
}
