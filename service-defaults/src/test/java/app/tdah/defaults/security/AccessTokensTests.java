package app.tdah.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class AccessTokensTests {

  private static final String ISSUER = "http://localhost:8080";
  private static final String AUDIENCE = "personal-assistant";

  private static RSAKey key;
  private static HttpServer jwks;
  private static JwtDecoder decoder;

  @BeforeAll
  static void publishKey() throws JOSEException, IOException {
    key = new RSAKeyGenerator(2048).keyID("one").algorithm(JWSAlgorithm.RS256).generate();
    byte[] document = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
    jwks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    jwks.createContext(
        "/jwks.json",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, document.length);
          exchange.getResponseBody().write(document);
          exchange.close();
        });
    jwks.start();
    URI address = URI.create("http://127.0.0.1:" + jwks.getAddress().getPort() + "/jwks.json");
    decoder = AccessTokens.decoder(new SecurityProperties(ISSUER, AUDIENCE, address));
  }

  @AfterAll
  static void stop() {
    jwks.stop(0);
  }

  @Test
  void takesWhatAuthServiceSigned() throws JOSEException {
    String token = signed(claims());
    assertThat(decoder.decode(token).getSubject()).isEqualTo("ana");
  }

  @Test
  void refusesEveryOtherAlgorithm() throws JOSEException {
    refuses(new PlainJWT(claims().build()).serialize());
    // The public key as a secret that everybody knows.
    refuses(
        signed(
            JWSAlgorithm.HS256,
            new MACSigner(key.toRSAPublicKey().getEncoded()),
            claims().build()));
    refuses(signed(JWSAlgorithm.PS256, new RSASSASigner(key), claims().build()));
    refuses(signed(JWSAlgorithm.RS512, new RSASSASigner(key), claims().build()));
  }

  @Test
  void refusesTokensThatAreNotForUs() throws JOSEException {
    refuses(signed(claims().audience("another-product")));
    refuses(signed(claims().audience((String) null)));
    refuses(signed(claims().issuer("http://localhost:9999")));
  }

  @Test
  void refusesTokensOutOfTime() throws JOSEException {
    refuses(signed(claims().expirationTime(Date.from(Instant.now().minusSeconds(60)))));
    refuses(signed(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(60)))));
  }

  @Test
  void refusesAnotherKeyAndChangedClaims() throws JOSEException {
    RSAKey stranger = new RSAKeyGenerator(2048).keyID("one").generate();
    refuses(signed(JWSAlgorithm.RS256, new RSASSASigner(stranger), claims().build()));
    String[] parts = signed(claims()).split("\\.", -1);
    String other = signed(claims().subject("eve")).split("\\.", -1)[1];
    refuses(parts[0] + "." + other + "." + parts[2]);
  }

  private static void refuses(String token) {
    assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("ana")
        .expirationTime(Date.from(Instant.now().plusSeconds(600)));
  }

  private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    return signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims.build());
  }

  private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), claims);
    token.sign(signer);
    return token.serialize();
  }
}
