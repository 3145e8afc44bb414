package app.tdah.devstack.testing;

import com.sun.net.httpserver.HttpServer;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.gson.io.GsonSerializer;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Access tokens as auth-service makes them, signed with a key whose JWKS is on loopback. */
public final class TestTokens {

  /** The {@code iss} of the tokens. */
  public static final String ISSUER = "http://localhost:8080";

  private static final String KEY_ID = "test";
  private static @Nullable TestTokens tokens;

  private final RSAPrivateKey key;
  private final HttpServer jwks;

  private TestTokens() throws IOException {
    KeyPair pair = Jwts.SIG.RS256.keyPair().build();
    key = (RSAPrivateKey) pair.getPrivate();
    Jwk<?> jwk =
        Jwks.builder().key((RSAPublicKey) pair.getPublic()).id(KEY_ID).algorithm("RS256").build();
    byte[] document =
        ("{\"keys\":[" + Jwks.UNSAFE_JSON(jwk) + "]}").getBytes(StandardCharsets.UTF_8);
    jwks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    jwks.createContext(
        "/.well-known/jwks.json",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, document.length);
          exchange.getResponseBody().write(document);
          exchange.close();
        });
    jwks.start();
  }

  /** An {@code Authorization} header for a user with the role USER, in a new session. */
  public static String bearer(UUID userId) {
    return bearer(userId, UUID.randomUUID(), "USER");
  }

  /** An {@code Authorization} header for a user, a session and these roles. */
  public static String bearer(UUID userId, UUID sessionId, String... roles) {
    return "Bearer " + token(userId, sessionId, Duration.ofMinutes(15), roles);
  }

  /** An {@code Authorization} header for an administrator with these permissions. */
  public static String admin(UUID userId, String... permissions) {
    return admin(userId, Instant.now(), permissions);
  }

  /** The same for one who proved who they are at this time. */
  public static String admin(UUID userId, Instant authTime, String... permissions) {
    return "Bearer "
        + token(
            userId,
            UUID.randomUUID(),
            Duration.ofMinutes(15),
            authTime,
            List.of("USER", "ADMIN"),
            List.of(permissions));
  }

  /** An {@code Authorization} header for a user who proved who they are at this time. */
  public static String signedInAt(UUID userId, Instant authTime) {
    return "Bearer "
        + token(
            userId,
            UUID.randomUUID(),
            Duration.ofMinutes(15),
            authTime,
            List.of("USER"),
            List.of());
  }

  /** A token that ends after this time; a negative one has ended. */
  public static String token(UUID userId, UUID sessionId, Duration lifetime, String... roles) {
    return token(userId, sessionId, lifetime, Instant.now(), List.of(roles), List.of());
  }

  private static String token(
      UUID userId,
      UUID sessionId,
      Duration lifetime,
      Instant authTime,
      List<String> roles,
      List<String> permissions) {
    Instant now = Instant.now();
    return Jwts.builder()
        .json(new GsonSerializer<>())
        .header()
        .keyId(KEY_ID)
        .and()
        .issuer(ISSUER)
        .audience()
        .add("personal-assistant")
        .and()
        .id(UUID.randomUUID().toString())
        .subject(userId.toString())
        .claim("sid", sessionId.toString())
        .claim("roles", roles)
        .claim("permissions", permissions)
        .claim("amr", List.of("pwd"))
        .claim("auth_time", authTime.getEpochSecond())
        .issuedAt(Date.from(now))
        .expiration(Date.from(now.plus(lifetime)))
        .signWith(tokens().key, Jwts.SIG.RS256)
        .compact();
  }

  /** Where the public key is. */
  public static String jwksUri() {
    return "http://127.0.0.1:%d/.well-known/jwks.json"
        .formatted(tokens().jwks.getAddress().getPort());
  }

  private static synchronized TestTokens tokens() {
    TestTokens existing = tokens;
    if (existing == null) {
      try {
        existing = new TestTokens();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      tokens = existing;
    }
    return existing;
  }
}
