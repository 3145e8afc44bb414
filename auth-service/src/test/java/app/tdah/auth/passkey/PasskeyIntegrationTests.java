package app.tdah.auth.passkey;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static app.tdah.auth.AuthClient.together;
import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AuthIntegrationTest
class PasskeyIntegrationTests {

  private static final String ORIGIN = "http://localhost:8080";

  @Autowired private AuthClient client;
  @Autowired private MockMvcTester mvc;
  @Autowired private TestClock clock;

  @Test
  void signsInWithNothingElse() throws GeneralSecurityException {
    SoftAuthenticator finger = new SoftAuthenticator(ORIGIN);
    JsonNode session = client.signedIn(client.verified(someEmail()));
    JsonNode added = json(register(session, finger, "My finger"));
    assertThat(added.at("/passkey/name").asString()).isEqualTo("My finger");
    assertThat(added.get("backupCodes")).hasSize(10);

    MvcTestResult login = login(finger);
    assertThat(login).hasStatusOk();
    assertThat(json(login).get("status").asString()).isEqualTo("AUTHENTICATED");
    assertThat(json(login).at("/user/id")).isEqualTo(session.at("/user/id"));
    JsonNode listed = factors(session).get("passkeys");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get("lastUsedAt").isNull()).isFalse();
    assertThat(listed.get(0).get("transports").get(0).asString()).isEqualTo("internal");
  }

  @Test
  void aSignatureIsTakenOnceForItsPurposeAndInTime() throws GeneralSecurityException {
    SoftAuthenticator finger = new SoftAuthenticator(ORIGIN);
    JsonNode session = client.signedIn(client.verified(someEmail()));
    register(session, finger, "finger");
    JsonNode options = json(client.post("/passkeys/login/options", Map.of()));
    JsonNode signed = finger.get(options.get("publicKey"));
    assertThat(login(options, signed)).hasStatusOk();
    assertThat(login(options, signed)).hasStatus(401);

    JsonNode late = json(client.post("/passkeys/login/options", Map.of()));
    clock.advance(Duration.ofMinutes(5));
    assertThat(login(late, finger.get(late.get("publicKey")))).hasStatus(401);
  }

  @Test
  void isASecondFactorAndAStepUp() throws GeneralSecurityException {
    SoftAuthenticator finger = new SoftAuthenticator(ORIGIN);
    finger.verifiesUser = false; // a security key without a PIN is enough after a password
    String email = client.verified(someEmail());
    JsonNode session = client.signedIn(email);
    register(session, finger, "key");
    JsonNode challenge = json(client.login(email, PASSWORD));
    assertThat(challenge.get("methods").get(0).asString()).isEqualTo("PASSKEY");
    String path = "/mfa/challenges/" + challenge.get("challengeId").asString();
    JsonNode options = json(client.post(path + "/passkey", Map.of())).get("publicKey");
    assertThat(options.get("allowCredentials")).hasSize(1);
    assertThat(client.post(path, Map.of("method", "PASSKEY", "credential", finger.get(options))))
        .hasStatusOk();

    assertThat(login(finger)).hasStatus(401); // alone it must know who touches it

    clock.advance(Duration.ofMinutes(6));
    assertThat(client.postAs(session, "/mfa/backup-codes", Map.of())).hasStatus(403);
    JsonNode stepUp = json(client.postAs(session, "/reauthenticate/options", Map.of()));
    MvcTestResult renewed =
        client.postAs(
            session, "/reauthenticate", Map.of("credential", finger.get(stepUp.get("publicKey"))));
    assertThat(renewed).hasStatusOk();
    assertThat(client.postAs(json(renewed), "/mfa/backup-codes", Map.of())).hasStatusOk();
  }

  @Test
  void refusesACopyAnotherOriginAndAnotherAccount() throws GeneralSecurityException {
    SoftAuthenticator finger = new SoftAuthenticator(ORIGIN);
    String email = client.verified(someEmail());
    JsonNode session = client.signedIn(email);
    register(session, finger, "finger");
    finger.counter = 10;
    assertThat(login(finger)).hasStatusOk();
    finger.counter = 3;
    assertThat(login(finger)).hasStatus(401);
    finger.counter = 20;
    assertThat(login(finger)).hasStatusOk();

    SoftAuthenticator phished = new SoftAuthenticator("https://evil.example");
    assertThat(register(session, phished, "x")).hasStatus(401);

    JsonNode other = client.signedIn(client.verified(someEmail()));
    assertThat(register(other, finger, "mine")).hasStatus(409);
    assertThat(json(register(session, finger, "again")).get("code").asString())
        .isEqualTo("passkey-exists");
  }

  @Test
  void ofTwoRegistrationsAtOnceOneIsToldThatItExists() throws Exception {
    SoftAuthenticator finger = new SoftAuthenticator(ORIGIN);
    JsonNode session = client.signedIn(client.verified(someEmail()));
    Queue<JsonNode> made = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 2; i++) {
      made.add(
          finger.create(
              json(client.postAs(session, "/passkeys/options", Map.of())).get("publicKey")));
    }
    List<MvcTestResult> answers =
        together(
            2,
            () ->
                client.postAs(
                    session, "/passkeys", Map.of("name", "f", "credential", made.remove())));
    assertThat(answers)
        .extracting(answer -> answer.getResponse().getStatus())
        .containsExactlyInAnyOrder(201, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.getResponse().getStatus() == 409)
        .allSatisfy(
            answer -> assertThat(json(answer).get("code").asString()).isEqualTo("passkey-exists"));
    assertThat(factors(session).get("passkeys")).hasSize(1);
    assertThat(factors(session).at("/backupCodes/remaining").asInt()).isEqualTo(10);
  }

  @Test
  void isRenamedAndRemovedByItsOwner() throws GeneralSecurityException {
    String email = client.verified(someEmail());
    JsonNode session = client.signedIn(email);
    SoftAuthenticator finger = new SoftAuthenticator(ORIGIN);
    JsonNode first = json(register(session, finger, "finger")).get("passkey");
    assertThat(
            json(register(session, new SoftAuthenticator(ORIGIN), "key"))
                .get("backupCodes")
                .isNull())
        .isTrue();
    JsonNode other = client.signedIn(client.verified(someEmail()));
    String path = "/api/v1/auth/passkeys/" + first.get("id").asString();
    assertThat(send("PATCH", path, other, Map.of("name", "stolen"))).hasStatus(404);
    assertThat(json(send("PATCH", path, session, Map.of("name", "thumb"))).get("name").asString())
        .isEqualTo("thumb");
    assertThat(send("DELETE", path, other, Map.of())).hasStatus(404);
    assertThat(send("DELETE", path, session, Map.of())).hasStatus(204);
    assertThat(login(finger)).hasStatus(401);
    assertThat(json(client.login(email, PASSWORD)).get("status").asString())
        .isEqualTo("MFA_REQUIRED"); // the other one is left
  }

  private MvcTestResult register(JsonNode session, SoftAuthenticator authenticator, String name)
      throws GeneralSecurityException {
    JsonNode options = json(client.postAs(session, "/passkeys/options", Map.of())).get("publicKey");
    return client.postAs(
        session, "/passkeys", Map.of("name", name, "credential", authenticator.create(options)));
  }

  private MvcTestResult login(SoftAuthenticator authenticator) throws GeneralSecurityException {
    JsonNode options = json(client.post("/passkeys/login/options", Map.of()));
    return login(options, authenticator.get(options.get("publicKey")));
  }

  private MvcTestResult login(JsonNode options, JsonNode signed) {
    return client.post(
        "/passkeys/login",
        Map.of(
            "challengeId",
            options.get("challengeId").asString(),
            "credential",
            signed,
            "refreshTokenDelivery",
            "BODY"));
  }

  private JsonNode factors(JsonNode session) {
    return json(send("GET", "/api/v1/auth/mfa", session, Map.of()));
  }

  private MvcTestResult send(String method, String path, JsonNode session, Map<String, ?> body) {
    return mvc.perform(
        MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
            .header("Authorization", "Bearer " + session.get("accessToken").asString())
            .contentType(MediaType.APPLICATION_JSON)
            .content(JsonMapper.shared().writeValueAsString(body)));
  }
}
