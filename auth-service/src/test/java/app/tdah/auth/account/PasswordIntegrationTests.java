package app.tdah.auth.account;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.events.SecurityEvent.SessionEnded;
import app.tdah.events.UserEvent.PasswordChanged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@AuthIntegrationTest
class PasswordIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String OTHER = "seven purple otters, dancing";

  @Autowired private AuthClient client;
  @Autowired private TestClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private ExpiredTokens expired;

  private final String email = someEmail();
  private UUID user;

  @BeforeEach
  void openAccount() {
    user = client.account(email);
  }

  @Test
  void aResetEndsEverySessionAndStartsNone() {
    JsonNode session = client.signedIn(email);
    String token = resetToken();
    assertThat(client.mailsTo(email, "password-reset").getFirst().get("link").asString())
        .isEqualTo("http://localhost:8080/reset?token=" + token);
    MvcTestResult answer = reset(token, OTHER);
    assertThat(answer).hasStatus(204);
    assertThat(answer.getResponse().getContentAsByteArray()).isEmpty();
    assertThat(answer.getResponse().getCookies()).isEmpty();
    assertThat(client.refresh(session.get("refreshToken").asString())).hasStatus(401);
    assertThat(client.login(email, PASSWORD)).hasStatus(401);
    assertThat(client.login(email, OTHER)).hasStatusOk();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(client.mailsTo(email, "password-changed")).hasSize(1);
          assertThat(client.heard(PasswordChanged.class)).anyMatch(e -> e.userId().equals(user));
          assertThat(client.heard(SessionEnded.class))
              .anyMatch(e -> e.userId().equals(user) && e.reason().equals("PASSWORD_RESET"));
          assertThat(client.heard(Audited.class))
              .anyMatch(e -> user.equals(e.userId()) && e.action().equals("password.reset"));
        });
  }

  @Test
  void oneOfAHundredUsesTheToken() throws InterruptedException {
    String token = resetToken();
    List<Integer> statuses =
        AuthClient.together(100, () -> reset(token, OTHER).getResponse().getStatus());
    assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 400).hasSize(99);
  }

  @Test
  void aTokenDiesAfterAnHourAndWithTheNextPassword() {
    String first = resetToken();
    client.post("/password/forgot", Map.of("email", email));
    String second = client.tokenMailedTo(email, "password-reset", 1);
    assertThat(reset(second, OTHER)).hasStatus(204);
    assertThat(reset(first, PASSWORD)).hasStatus(400);
    client.post("/password/forgot", Map.of("email", email));
    String third = client.tokenMailedTo(email, "password-reset", 2);
    clock.advance(Duration.ofHours(1));
    assertThat(reset(third, PASSWORD))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("invalid-token");
    expired.forget();
    assertThat(
            jdbc.sql("select count(*) from credential_tokens where account_id = ?")
                .param(user)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aWeakPasswordLeavesTheTokenGood() {
    String token = resetToken();
    assertThat(reset(token, "passwordpassword"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("errors[0].field")
        .isEqualTo("newPassword");
    assertThat(reset(token, OTHER)).hasStatus(204);
  }

  @Test
  void tokensAreStoredAsHashes() {
    String token = resetToken();
    assertThat(
            jdbc.sql("select credential_tokens::text from credential_tokens")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(row -> row.contains(token));
  }

  @Test
  void aResetProvesTheAddressToo() {
    String unverified = someEmail();
    client.register(unverified, "the thief's password is long");
    client.tokenMailedTo(unverified, 0);
    client.post("/password/forgot", Map.of("email", unverified));
    String token = client.tokenMailedTo(unverified, "password-reset", 0);
    assertThat(reset(token, OTHER)).hasStatus(204);
    assertThat(client.login(unverified, OTHER)).hasStatusOk();
    assertThat(client.post("/email/verify", Map.of("token", client.tokenMailedTo(unverified, 0))))
        .hasStatus(400);
  }

  @Test
  void aChangeNeedsARecentLogin() {
    JsonNode session = client.signedIn(email);
    clock.advance(Duration.ofMinutes(6));
    assertThat(client.postAs(session, "/password/change", Map.of("newPassword", OTHER)))
        .hasStatus(403)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("reauthentication-required");
    assertThat(client.post("/password/change", Map.of("newPassword", OTHER))).hasStatus(401);
  }

  @Test
  void aChangeEndsTheOtherSessionsIfAsked() {
    JsonNode mine = client.signedIn(email);
    JsonNode other = client.signedIn(email);
    assertThat(client.postAs(mine, "/password/change", Map.of("newPassword", OTHER)))
        .hasStatus(204);
    JsonNode refreshed = json(client.refresh(other.get("refreshToken").asString()));
    assertThat(
            client.postAs(
                mine,
                "/password/change",
                Map.of("newPassword", PASSWORD, "endOtherSessions", true)))
        .hasStatus(204);
    assertThat(client.refresh(refreshed.get("refreshToken").asString())).hasStatus(401);
    assertThat(client.refresh(mine.get("refreshToken").asString())).hasStatusOk();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(client.mailsTo(email, "password-changed")).hasSize(2);
          assertThat(client.heard(Audited.class))
              .anyMatch(e -> user.equals(e.actorId()) && e.action().equals("password.change"));
        });
  }

  @Test
  void aLoginHashesAnewWhatOtherParametersHashed() {
    String old =
        Objects.requireNonNull(new Argon2PasswordEncoder(16, 32, 1, 12 * 1024, 3).encode(PASSWORD));
    jdbc.sql("update accounts set password_hash = ? where id = ?").param(old).param(user).update();
    assertThat(client.login(email, "not the password")).hasStatus(401);
    assertThat(hash()).isEqualTo(old);
    assertThat(client.login(email, PASSWORD)).hasStatusOk();
    assertThat(hash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(client.login(email, PASSWORD)).hasStatusOk();
  }

  private String hash() {
    return jdbc.sql("select password_hash from accounts where id = ?")
        .param(user)
        .query(String.class)
        .single();
  }

  private String resetToken() {
    assertThat(client.post("/password/forgot", Map.of("email", email))).hasStatus(202);
    return client.tokenMailedTo(email, "password-reset", 0);
  }

  private MvcTestResult reset(String token, String password) {
    return client.post("/password/reset", Map.of("token", token, "newPassword", password));
  }
}
