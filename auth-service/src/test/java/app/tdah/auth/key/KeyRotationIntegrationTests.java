package app.tdah.auth.key;

import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@AuthIntegrationTest
class KeyRotationIntegrationTests {

  @Autowired private AuthClient client;
  @Autowired private MockMvcTester mvc;
  @Autowired private TestClock clock;
  @Autowired private JwtDecoder decoder;
  @Autowired private KeyRing keys;
  @Autowired private KeyRotation rotation;
  @Autowired private JdbcClient jdbc;

  @Test
  void oldTokensVerifyUntilTheLastIsGone() throws Exception {
    keys.reload();
    String email = someEmail();
    client.account(email);
    String token = accessToken(email);
    String kid = kid(token);
    assertThat(published()).contains(kid);

    clock.advance(Duration.ofDays(30));
    keys.reload();
    assertThat(published()).hasSize(2); // the next key is known before it signs
    assertThat(kid(accessToken(email))).isEqualTo(kid);

    clock.advance(Duration.ofMinutes(15));
    keys.reload();
    assertThat(kid(accessToken(email))).isNotEqualTo(kid);
    assertThat(decoder.decode(token)).isInstanceOf(Jwt.class);

    clock.advance(Duration.ofMinutes(12));
    keys.reload();
    assertThat(published()).doesNotContain(kid);
    assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
  }

  @Test
  void rotatesOnCommand() throws Exception {
    clock.advance(Duration.ofHours(1));
    keys.reload();
    JsonNode user = client.signedIn(client.verified(someEmail()));
    assertThat(client.postAs(user, "/keys/rotate", Map.of())).hasStatus(403);
    assertThat(client.post("/keys/rotate", Map.of())).hasStatus(401);

    JsonNode owner = client.signedIn(client.verified("owner@example.org"));
    String before = owner.get("accessToken").asString();
    String old = kid(before);
    MvcTestResult answer = client.postAs(owner, "/keys/rotate", Map.of());
    assertThat(answer).hasStatus(202);
    String next = AuthClient.json(answer).get("kid").asString();
    assertThat(next).isNotEqualTo(old);
    assertThat(published()).contains(next, old);
    MvcTestResult again = client.postAs(owner, "/keys/rotate", Map.of());
    assertThat(AuthClient.json(again).get("kid").asString()).isEqualTo(next);

    clock.advance(Duration.ofMinutes(16));
    keys.reload();
    assertThat(kid(accessToken("owner@example.org"))).isEqualTo(next);
    assertThat(decoder.decode(before)).isInstanceOf(Jwt.class);
    clock.advance(Duration.ofMinutes(12));
    keys.reload();
    assertThat(published()).doesNotContain(old).contains(next);
  }

  @Test
  void replicasThatRotateTogetherMakeOneKey() throws InterruptedException {
    clock.advance(Duration.ofDays(90));
    keys.reload();
    clock.advance(Duration.ofDays(60));
    long before = count();
    AuthClient.together(
        8,
        () -> {
          rotation.rotateIfDue();
          return true;
        });
    assertThat(count()).isEqualTo(before + 1);
    clock.advance(Duration.ofMinutes(30));
    keys.reload();
  }

  @Test
  void privateKeysAreEncrypted() {
    assertThat(jdbc.sql("select private_key from signing_keys").query(String.class).list())
        .isNotEmpty()
        .noneMatch(key -> key.startsWith("MII"));
  }

  private List<String> published() throws ParseException, java.io.UnsupportedEncodingException {
    String document =
        mvc.get().uri("/.well-known/jwks.json").exchange().getResponse().getContentAsString();
    JWKSet set = JWKSet.parse(document);
    assertThat(set.getKeys()).noneMatch(JWK::isPrivate);
    return set.getKeys().stream().map(JWK::getKeyID).toList();
  }

  private String accessToken(String email) {
    return client.signedIn(email).get("accessToken").asString();
  }

  private String kid(String token) {
    return (String) decoder.decode(token).getHeaders().get("kid");
  }

  private long count() {
    // Other contexts of this build share the table, and live earlier than this one.
    return jdbc.sql("select count(*) from signing_keys where active_from > ?")
        .param(clock.instant().minus(Duration.ofDays(61)).atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
