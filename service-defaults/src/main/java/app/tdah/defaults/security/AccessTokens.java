package app.tdah.defaults.security;

import java.time.Duration;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** How an access token is checked. */
public final class AccessTokens {

  private static final Duration JWKS_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

  private AccessTokens() {}

  /**
   * Checks by auth-service's published keys. The keys are kept, and fetched again for an unknown
   * {@code kid}, so that tokens stay good while auth-service is down.
   */
  static JwtDecoder decoder(SecurityProperties properties) {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(JWKS_TIMEOUT);
    requests.setReadTimeout(JWKS_TIMEOUT);
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(properties.jwksUri().toString())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .restOperations(new RestTemplate(requests))
            .cache(new ConcurrentMapCache("jwks"))
            .build();
    decoder.setJwtValidator(validator(properties));
    return decoder;
  }

  /** Issuer, audience and time. */
  public static OAuth2TokenValidator<Jwt> validator(SecurityProperties properties) {
    return new DelegatingOAuth2TokenValidator<>(
        new JwtTimestampValidator(CLOCK_SKEW),
        new JwtIssuerValidator(properties.issuer()),
        new JwtClaimValidator<java.util.Collection<String>>(
            JwtClaimNames.AUD,
            audiences -> audiences != null && audiences.contains(properties.audience())));
  }
}
