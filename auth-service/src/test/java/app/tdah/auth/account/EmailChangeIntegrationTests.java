package app.tdah.auth.account;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.events.UserEvent.EmailChanged;
import app.tdah.events.UserEvent.RegistrationExpired;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@AuthIntegrationTest
class EmailChangeIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private AuthClient client;
  @Autowired private TestClock clock;
  @Autowired private FieldCipher cipher;

  private final String old = someEmail();
  private final String fresh = someEmail();
  private UUID user;
  private JsonNode session;

  @BeforeEach
  void signIn() {
    user = client.account(old);
    session = client.signedIn(old);
  }

  @Test
  void movesOnceTheNewAddressIsConfirmedAndTellsBoth() {
    assertThat(change(fresh)).hasStatus(202);
    String token = client.tokenMailedTo(fresh, "email-change", 0);
    assertThat(client.mailsTo(fresh, "email-change").getFirst().get("link").asString())
        .isEqualTo("http://localhost:8080/email-change?token=" + token);
    assertThat(client.login(fresh, PASSWORD)).hasStatus(401);
    client.post("/password/forgot", Map.of("email", old));
    String reset = client.tokenMailedTo(old, "password-reset", 0);

    assertThat(confirm(token)).hasStatus(204);
    assertThat(client.login(old, PASSWORD)).hasStatus(401);
    assertThat(client.signedIn(fresh).get("user").get("email").asString()).isEqualTo(fresh);
    assertThat(confirm(token)).hasStatus(400);
    assertThat(
            client.post(
                "/password/reset", Map.of("token", reset, "newPassword", "purple otters dance")))
        .hasStatus(400); // the old address opens nothing any more
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(client.mailsTo(old, "email-change-notice").getFirst().get("newEmailMasked"))
              .asString()
              .contains("•••@example.org")
              .doesNotContain(fresh);
          assertThat(client.mailsTo(old, "email-changed")).hasSize(1);
          assertThat(client.mailsTo(fresh, "email-changed")).hasSize(1);
          assertThat(client.heard(EmailChanged.class))
              .anyMatch(e -> e.userId().equals(user) && cipher.open(e.email()).equals(fresh));
        });
  }

  @Test
  void aTakenAddressIsToldToItsOwnerAlone() {
    client.account(fresh);
    assertThat(change(fresh)).hasStatus(202);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(client.mailsTo(fresh, "account-exists")).hasSize(1);
          assertThat(client.mailsTo(old, "email-change-notice")).hasSize(1);
        });
    assertThat(client.mailsTo(fresh, "email-change")).isEmpty();
  }

  @Test
  void anAddressThatWasTakenMeanwhileIsNotMovedTo() {
    change(fresh);
    String token = client.tokenMailedTo(fresh, "email-change", 0);
    client.account(fresh);
    assertThat(confirm(token)).hasStatus(400);
    assertThat(client.login(old, PASSWORD)).hasStatusOk();
  }

  @Test
  void whoRegisteredTheAddressWithoutConfirmingItIsInNobodysWay() {
    UUID squatter =
        UUID.fromString(json(client.register(fresh, PASSWORD)).get("userId").asString());
    client.tokenMailedTo(fresh, 0);
    change(fresh);
    assertThat(confirm(client.tokenMailedTo(fresh, "email-change", 0))).hasStatus(204);
    assertThat(client.signedIn(fresh).get("user").get("id").asString()).isEqualTo(user.toString());
    await()
        .atMost(PATIENCE)
        .until(() ->
            client.heard(RegistrationExpired.class).contains(new RegistrationExpired(squatter)));
  }

  @Test
  void whatASessionAskedForBeforeAResetIsNotDone() {
    client.post("/password/forgot", Map.of("email", old));
    String reset = client.tokenMailedTo(old, "password-reset", 0);
    assertThat(
            client.post(
                "/password/reset", Map.of("token", reset, "newPassword", "purple otters dance")))
        .hasStatus(204);
    // The gateway refuses this token; a request that it let in before comes this far.
    assertThat(change(fresh)).hasStatus(401);
    assertThat(
            client.postAs(session, "/password/change", Map.of("newPassword", "green otters sing")))
        .hasStatus(401);
    assertThat(client.postAs(session, "/mfa/totp", Map.of())).hasStatus(401);
    assertThat(client.login(old, "purple otters dance")).hasStatusOk();
  }

  @Test
  void oneOfManyConfirmationsMoves() throws InterruptedException {
    change(fresh);
    String token = client.tokenMailedTo(fresh, "email-change", 0);
    List<Integer> statuses =
        AuthClient.together(20, () -> confirm(token).getResponse().getStatus());
    assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 400).hasSize(19);
  }

  @Test
  void needsARecentLogin() {
    clock.advance(Duration.ofMinutes(6));
    assertThat(change(fresh))
        .hasStatus(403)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("reauthentication-required");
  }

  @Test
  void masksAddresses() {
    assertThat(EmailChangeMail.masked("ana@example.org")).isEqualTo("a•••@example.org");
    assertThat(EmailChangeMail.masked("@")).isEqualTo("•••");
  }

  private MvcTestResult change(String email) {
    return client.postAs(session, "/email/change", Map.of("email", email));
  }

  private MvcTestResult confirm(String token) {
    return client.post("/email/change/confirm", Map.of("token", token));
  }
}
