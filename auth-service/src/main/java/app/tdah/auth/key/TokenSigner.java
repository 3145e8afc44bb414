package app.tdah.auth.key;

import app.tdah.defaults.security.SecurityProperties;
import io.jsonwebtoken.Jwts;
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

  TokenSigner(KeyRing keys, SecurityProperties security) {
    this.keys = keys;
    this.security = security;
  }

  /** A token of our issuer and audience, with these claims besides the registered ones. */
  public String sign(UUID subject, Map<String, ?> claims, Instant issuedAt, Duration lifetime) {
    LoadedKey key = keys.signing();
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
        .issuedAt(Date.from(issuedAt))
        .expiration(Date.from(issuedAt.plus(lifetime)))
        .claims(claims)
        .signWith(key.privateKey(), Jwts.SIG.RS256)
        .compact();
  }
}
