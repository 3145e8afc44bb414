package app.tdah.session.threat;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.defaults.ids.Ids;
import app.tdah.events.SecurityEvent.LoginFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Credential stuffing, password spraying, and what comes of them. */
class AttackIntegrationTests extends ThreatTest {

  @Autowired private Threats threats;

  private final String network = newNetwork();
  private final String address = network + "7";

  @Test
  void manyAccountsFailingFromOneAddressAreCredentialStuffing() {
    fails(address, 3, NOON);
    happens(new LoginFailed(Ids.next(), address, "INVALID_CREDENTIALS", "a"), NOON);
    assertThat(about("credential-stuffing", address)).isEmpty();
    happens(new LoginFailed(Ids.next(), address, "INVALID_CREDENTIALS", "b"), NOON);
    assertThat(about("credential-stuffing", address))
        .singleElement()
        .satisfies(threat -> {
          assertThat(threat.get("userId").isNull()).isTrue();
          assertThat(threat.get("severity").asString()).isEqualTo("HIGH");
          assertThat(threat.get("actions").get(0).asString()).isEqualTo("THROTTLE");
          assertThat(threat.get("evidence").get("accounts").asInt()).isEqualTo(5);
          assertThat(threat.get("evidence").get("unknownAccounts").asInt()).isEqualTo(3);
          assertThat(threat.get("text").asString())
              .isEqualTo(
                  "From %s, 5 different accounts were tried within 15 minutes, 3 of which do not exist (5 attempts)."
                      .formatted(address));
        });
    assertThat(redis.opsForValue().get("throttle:address:" + address))
        .isEqualTo("credential-stuffing");
    assertThat(redis.getExpire("throttle:address:" + address)).isBetween(3500L, 3600L);
  }

  @Test
  void oneAccountFailingOftenIsNotCredentialStuffing() {
    for (int i = 0; i < 20; i++) {
      happens(unknown(address, "one"), NOON);
    }
    assertThat(about("credential-stuffing", address)).isEmpty();
  }

  @Test
  void failuresFurtherApartThanTheWindowAreNotCredentialStuffing() {
    fails(address, 4, NOON);
    fails(address, 4, NOON.plus(Duration.ofMinutes(16)));
    assertThat(about("credential-stuffing", address)).isEmpty();
  }

  @Test
  void anAttackIsFoundOnceAndItsAddressStaysThrottledWhileItGoesOn() {
    fails(address, 12, NOON);
    assertThat(about("credential-stuffing", address)).hasSize(1);
    redis.delete("throttle:address:" + address);
    fails(address, 6, NOON.plus(Duration.ofMinutes(10)));
    assertThat(redis.hasKey("throttle:address:" + address)).isFalse();
    fails(address, 6, NOON.plus(Duration.ofMinutes(40)));
    assertThat(redis.hasKey("throttle:address:" + address)).isTrue();
    assertThat(about("credential-stuffing", address))
        .singleElement()
        .satisfies(threat ->
            assertThat(threat.get("lastAt").asString()).isEqualTo("2026-03-01T12:40:00Z"));
  }

  @Test
  void dismissedCredentialStuffingStaysDismissedAndUnthrottled() {
    fails(address, 5, NOON);
    JsonNode threat = about("credential-stuffing", address).getFirst();
    assertThat(admin.post("/api/v1/admin/threats/" + id(threat) + "/dismiss")).hasStatus(204);
    assertThat(redis.hasKey("throttle:address:" + address)).isFalse();
    fails(address, 6, NOON.plus(Duration.ofHours(2)));
    assertThat(about("credential-stuffing", address))
        .singleElement()
        .satisfies(same -> assertThat(same.get("status").asString()).isEqualTo("DISMISSED"));
    assertThat(redis.hasKey("throttle:address:" + address)).isFalse();
  }

  @Test
  void ourOwnAddressIsNeverThrottled() {
    fails("127.0.0.1", 5, NOON);
    assertThat(about("credential-stuffing", "127.0.0.1")).hasSize(1);
    assertThat(redis.hasKey("throttle:address:127.0.0.1")).isFalse();
  }

  @Test
  void fewTriesOnManyAccountsOverHoursArePasswordSpraying() {
    for (int i = 0; i < 12; i++) {
      String account = UUID.randomUUID().toString();
      String from = network + i % 4;
      happens(unknown(from, account), NOON.plus(Duration.ofMinutes(25L * i)));
    }
    assertThat(about("password-spraying", network))
        .singleElement()
        .satisfies(threat -> {
          assertThat(threat.get("evidence").get("origin").asString()).isEqualTo(network + "0/24");
          assertThat(threat.get("evidence").get("accounts").asInt()).isEqualTo(12);
          assertThat(threat.get("evidence").get("addresses")).hasSize(4);
        });
    for (int i = 0; i < 4; i++) {
      assertThat(redis.opsForValue().get("throttle:address:" + network + i))
          .isEqualTo("password-spraying");
    }
    assertThat(about("credential-stuffing", network)).isEmpty();
  }

  @Test
  void accountsThatAreTriedOftenAreNotSprayed() {
    for (int account = 0; account < 4; account++) {
      for (int i = 0; i < 10; i++) {
        happens(unknown(address, network + account), NOON);
      }
    }
    fails(network + "8", 4, NOON.plus(Duration.ofHours(1)));
    assertThat(about("password-spraying", network)).isEmpty();
  }

  @Test
  void dismissedPasswordSprayingStaysDismissed() {
    for (int i = 0; i < 12; i++) {
      fails(network + i, 1, NOON);
    }
    JsonNode threat = about("password-spraying", network).getFirst();
    assertThat(admin.post("/api/v1/admin/threats/" + id(threat) + "/dismiss")).hasStatus(204);
    for (int i = 0; i < 12; i++) {
      fails(network + i, 1, NOON.plus(Duration.ofHours(3)));
    }
    assertThat(about("password-spraying", network)).hasSize(1);
  }

  @Test
  void anAddressThatWasClearedIsNotThrottledForAWiderAttack() {
    fails(address, 5, NOON);
    JsonNode threat = about("credential-stuffing", address).getFirst();
    admin.post("/api/v1/admin/threats/" + id(threat) + "/dismiss");
    fails(address, 3, NOON);
    fails(network + "8", 4, NOON);
    assertThat(about("password-spraying", network)).hasSize(1);
    assertThat(redis.hasKey("throttle:address:" + network + "8")).isTrue();
    assertThat(redis.hasKey("throttle:address:" + address)).isFalse();
  }

  @Test
  void sprayingFromManyNetworksIsFoundOnceADay() {
    Rule rule = new PasswordSpraying(jdbc, threats, everywhere(60));
    Instant longAgo = NOON.minus(Duration.ofDays(2));
    for (int i = 0; i < 59; i++) {
      fails(newNetwork() + "1", 1, longAgo.plus(Duration.ofMinutes(i)));
    }
    LoginFailed last = unknown(newNetwork() + "1", "last");
    Observation before = new Observation(last, longAgo.plus(Duration.ofMinutes(59)), null);
    assertThat(rule.examine(before)).isEmpty();
    happens(last, before.at());
    assertThat(rule.examine(before))
        .hasValueSatisfying(finding -> {
          assertThat(finding.fingerprint()).isEqualTo("password-spraying||everywhere 2026-02-27");
          assertThat(finding.evidence())
              .containsEntry("origin", "many addresses")
              .containsEntry("accounts", 60L);
          threats.add(finding, before.at());
        });
    assertThat(rule.examine(before)).isEmpty();
  }

  private static ThreatProperties everywhere(int accounts) {
    Duration hours = Duration.ofHours(6);
    return new ThreatProperties(
        Duration.ofHours(1),
        Pattern.compile("none"),
        Duration.ofDays(3),
        new ThreatProperties.Stuffing(hours, 1000),
        new ThreatProperties.Spraying(hours, 3, 1000, accounts),
        new ThreatProperties.Travel(1000, 500),
        new ThreatProperties.Fatigue(hours, 1000, 1000));
  }

  @Test
  void aSessionOnANewDeviceFromAnAttackingAddressIsATakeover() {
    fails(address, 5, NOON);
    UUID session = Ids.next();
    putInRedis(session);
    startsSession("stolen", address, NOON.plus(Duration.ofMinutes(5)));
    assertThat(own("account-takeover"))
        .singleElement()
        .satisfies(threat -> assertThat(threat.get("severity").asString()).isEqualTo("CRITICAL"));
    assertThat(redis.opsForHash().hasKey("session:" + session, "stepUpSince")).isTrue();
  }

  @Test
  void aKnownDeviceOrAQuietAddressIsNoTakeover() {
    startsSession("mine", network + "9", NOON.minus(Duration.ofDays(1)));
    fails(address, 5, NOON);
    startsSession("mine", address, NOON.plus(Duration.ofMinutes(5)));
    startsSession("other", network + "9", NOON.plus(Duration.ofMinutes(6)));
    assertThat(own("account-takeover")).isEmpty();
  }

  @Test
  void afterADismissalTheSameDeviceIsNoTakeover() {
    fails(address, 5, NOON);
    startsSession("shared", address, NOON.plus(Duration.ofMinutes(5)));
    JsonNode threat = own("account-takeover").getFirst();
    assertThat(user.post("/api/v1/threats/" + id(threat) + "/dismiss")).hasStatus(204);
    startsSession("shared", address, NOON.plus(Duration.ofMinutes(9)));
    assertThat(own("account-takeover")).hasSize(1);
  }
}
