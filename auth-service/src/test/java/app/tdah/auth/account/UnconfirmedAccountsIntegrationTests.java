package app.tdah.auth.account;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import app.tdah.events.UserEvent.RegistrationExpired;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthIntegrationTest
class UnconfirmedAccountsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private AuthClient client;
  @Autowired private TestClock clock;
  @Autowired private Accounts accounts;
  @Autowired private UnconfirmedAccounts unconfirmed;

  private final String email = someEmail();

  @Test
  void anAccountThatNobodyConfirmsGoesAfterAWeek() {
    UUID user = register();
    client.tokenMailedTo(email, 0);
    clock.advance(Duration.ofDays(7).minusMinutes(1));
    unconfirmed.removeOld();
    assertThat(accounts.findById(user)).isPresent();

    clock.advance(Duration.ofMinutes(2));
    unconfirmed.removeOld();
    assertThat(accounts.findById(user)).isEmpty();
    await()
        .atMost(PATIENCE)
        .until(
            () -> client.heard(RegistrationExpired.class).contains(new RegistrationExpired(user)));
  }

  @Test
  void aLinkThatStillWorksKeepsIt() {
    UUID user = register();
    client.tokenMailedTo(email, 0);
    clock.advance(Duration.ofDays(7).minusHours(1));
    register();
    String link = client.tokenMailedTo(email, 1);
    clock.advance(Duration.ofHours(2));
    unconfirmed.removeOld();
    assertThat(client.post("/email/verify", Map.of("token", link))).hasStatus(204);
    assertThat(accounts.findById(user)).isPresent();
  }

  @Test
  void aConfirmedAccountStays() {
    UUID user = client.account(email);
    clock.advance(Duration.ofDays(30));
    unconfirmed.removeOld();
    assertThat(accounts.findById(user)).isPresent();
  }

  private UUID register() {
    return UUID.fromString(json(client.register(email, PASSWORD)).get("userId").asString());
  }
}
