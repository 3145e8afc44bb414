package app.tdah.auth.key;

import app.tdah.defaults.security.SecurityProperties;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs JWTs (RFC 7519) with RS256. */
@Component
public class TokenSigner {

  private final KeyRing keys;
  private final SecurityProperties security;
  private final Clock clock;

  TokenSigner(KeyRing keys, SecurityProperties security, Clock clock) {
    this.keys = keys;
    this.security = security;
    this.clock = clock;
  }

  /** A token of our issuer and audience, with these claims besides the registered ones. */
  public String sign(UUID subject, Map<String, ?> claims, Duration lifetime) {
    LoadedKey key = keys.signing();
    Instant now = clock.instant();
    return Jwts.builder()
        .header()
        .keyId(key.kid())
        .type("JWT")
        .and()
        .issuer(security.issuer())
        .audience()
        .add(security.audience())
        .and()
        .subject(subject.toString())
        .id(UUID.randomUUID().toString())
        .issuedAt(Date.from(now))
        .expiration(Date.from(now.plus(lifetime)))
        .claims(claims)
        .signWith(key.privateKey(), Jwts.SIG.RS256)
        .compact();
  }
}
