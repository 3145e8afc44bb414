package app.tdah.chat.realtime;

import app.tdah.defaults.security.CurrentUser;
import java.security.Principal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Verifies the token that a client offers as sub-protocol {@code bearer.<jwt>} behind {@code
 * v12.stomp}: a browser cannot set a header. Without a good one the handshake ends with 401.
 */
@Component
class Handshake extends DefaultHandshakeHandler implements HandshakeInterceptor {

  private static final String BEARER = "bearer.";
  private static final String CALLER = Caller.class.getName();

  private final JwtDecoder tokens;

  Handshake(JwtDecoder tokens) {
    this.tokens = tokens;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    Optional<Caller> caller = offered(request).flatMap(this::verify);
    caller.ifPresent(verified -> attributes.put(CALLER, verified));
    if (caller.isEmpty()) {
      response.setStatusCode(HttpStatus.UNAUTHORIZED);
    }
    return caller.isPresent();
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}

  @Override
  protected @Nullable Principal determineUser(
      ServerHttpRequest request, WebSocketHandler handler, Map<String, Object> attributes) {
    return (Caller) attributes.get(CALLER);
  }

  /** The caller of an access token; empty when it is not good. */
  Optional<Caller> verify(String token) {
    try {
      Jwt jwt = tokens.decode(token);
      CurrentUser user = CurrentUser.from(jwt);
      Instant expiresAt = Objects.requireNonNull(jwt.getExpiresAt());
      return Optional.of(new Caller(user.id(), user.sessionId(), expiresAt));
    } catch (JwtException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> offered(ServerHttpRequest request) {
    List<String> headers =
        request.getHeaders().getOrEmpty(WebSocketHttpHeaders.SEC_WEBSOCKET_PROTOCOL);
    return headers.stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .filter(protocol -> protocol.startsWith(BEARER))
        .map(protocol -> protocol.substring(BEARER.length()))
        .findFirst();
  }
}
