package app.tdah.auth.login;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.events.SecurityEvent.LoginFailed;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthIntegrationTest
class LoginIntegrationTests {

  @Autowired private AuthClient client;

  @Test
  void aWrongPasswordAndAnUnknownAddressLookTheSame() {
    String email = someEmail();
    UUID user = client.account(email);
    MvcTestResult wrong = client.login(email, "not the password");
    MvcTestResult unknown = client.login(someEmail(), "not the password");
    for (MvcTestResult answer : new MvcTestResult[] {wrong, unknown}) {
      assertThat(answer)
          .hasStatus(401)
          .hasContentTypeCompatibleWith("application/problem+json")
          .bodyJson()
          .extractingPath("code")
          .isEqualTo("invalid-credentials");
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(client.heard(LoginFailed.class))
                .anyMatch(
                    e -> user.equals(e.userId()) && e.reason().equals("INVALID_CREDENTIALS")));
  }

  @Test
  void manyFailuresHaveToWaitEvenWithTheRightPassword() {
    String email = someEmail();
    client.account(email);
    for (int i = 0; i < 10; i++) {
      assertThat(client.login(email, "guess number " + i)).hasStatus(401);
    }
    MvcTestResult blocked = client.login(email, PASSWORD);
    assertThat(blocked).hasStatus(429).bodyJson().extractingPath("retryAfter").isNotNull();
    assertThat(Integer.parseInt(blocked.getResponse().getHeader("Retry-After"))).isBetween(1, 900);
  }

  @Test
  void aHundredGuessesAtOnceTellNoMoreThanAllowed() throws InterruptedException {
    String email = someEmail();
    client.account(email);
    long told =
        AuthClient.together(
                100, () -> client.login(email, "not the password").getResponse().getStatus())
            .stream()
            .filter(status -> status == 401)
            .count();
    assertThat(told).isEqualTo(10);
  }

  @Test
  void refusesWhatIsNotARequest() {
    assertThat(client.post("/login", Map.of("email", "", "password", ""))).hasStatus(400);
    assertThat(
            client.post(
                "/login",
                Map.of("email", "a@b.c", "password", "x", "refreshTokenDelivery", "PIGEON")))
        .hasStatus(400);
  }
}
