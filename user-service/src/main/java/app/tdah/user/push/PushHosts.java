package app.tdah.user.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where endpoints may be. A browser names the address that we then send to, so only the hosts of
 * known push services are taken: nobody makes us call into our own network.
 */
@Component
class PushHosts {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int HTTPS = 443;
  private static final int MAX_LENGTH = 2048;

  private final List<String> allowed;
  private final boolean allowLoopback;

  PushHosts(PushProperties properties) {
    this.allowed =
        Stream.concat(properties.hosts().stream(), properties.extraHosts().stream())
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .toList();
    this.allowLoopback = properties.allowLoopback();
  }

  /** The endpoint, where it may be sent to. */
  Optional<URI> accept(String endpoint) {
    try {
      URI uri = new URI(endpoint);
      return endpoint.length() <= MAX_LENGTH && accepted(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean accepted(URI uri) {
    if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      return false;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    if (allowLoopback && LOOPBACK.contains(host)) {
      return https || "http".equalsIgnoreCase(uri.getScheme());
    }
    return https
        && (uri.getPort() == -1 || uri.getPort() == HTTPS)
        && allowed.stream().anyMatch(pattern -> matches(pattern, host));
  }

  private static boolean matches(String pattern, String host) {
    return pattern.startsWith("*.")
        ? host.endsWith(pattern.substring(1)) && host.length() >= pattern.length()
        : host.equals(pattern);
  }
}
