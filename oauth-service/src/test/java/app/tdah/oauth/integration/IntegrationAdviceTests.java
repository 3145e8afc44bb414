package app.tdah.oauth.integration;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.oauth.provider.Capability;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IntegrationAdviceTests {

  @Test
  void saysNothingWhenAllIsWell() {
    assertThat(
            integration(Set.of(Capability.CALENDAR), Integration.Status.CONNECTED).advice("Google"))
        .isNull();
  }

  @Test
  void namesWhatWasNotAllowed() {
    assertThat(integration(Set.of(), Integration.Status.CONNECTED).advice("Google"))
        .contains("calendar");
  }

  @Test
  void saysHowToReconnect() {
    assertThat(
            integration(Set.of(Capability.CALENDAR), Integration.Status.RECONNECT_NEEDED)
                .advice("Google"))
        .contains("Google", "Connect the account again");
  }

  private static Integration integration(Set<Capability> granted, Integration.Status status) {
    return new Integration(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "google",
        "alex@example.org",
        Set.of(Capability.CALENDAR),
        granted,
        status,
        null,
        null,
        Instant.EPOCH);
  }
}
