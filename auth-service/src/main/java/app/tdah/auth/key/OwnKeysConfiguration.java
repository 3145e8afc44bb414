package app.tdah.auth.key;

import app.tdah.defaults.security.AccessTokens;
import app.tdah.defaults.security.SecurityProperties;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** auth-service checks tokens by its own keys: it cannot ask itself over HTTP while it starts. */
@Configuration(proxyBeanMethods = false)
class OwnKeysConfiguration {

  @Bean
  JwtDecoder jwtDecoder(KeyRing keys, SecurityProperties security) {
    JWKSource<SecurityContext> source =
        (selector, context) -> selector.select(new JWKSet(publicKeys(keys)));
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, source));
    processor.setJWTClaimsSetVerifier((claims, context) -> {}); // Spring's validator does that
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(AccessTokens.validator(security));
    return decoder;
  }

  private static List<JWK> publicKeys(KeyRing keys) {
    return keys.published().stream()
        .<JWK>map(key -> new RSAKey.Builder(key.publicKey()).keyID(key.kid()).build())
        .toList();
  }
}
