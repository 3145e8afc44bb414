package app.tdah.session.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.SecurityEvent.MfaCodeSent;
import app.tdah.events.SecurityEvent.MfaFailed;
import app.tdah.events.SecurityEvent.SessionRevoked;
import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.events.SecurityEvent.TokenReused;
import app.tdah.session.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can look like a threat to one user. */
class UserThreatIntegrationTests extends ThreatTest {

  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

  private final String address = newNetwork() + "7";

  @Test
  void twoSessionsFurtherApartThanAPlaneFliesAreImpossible() {
    startsSession("mine", Suite.LISBON, NOON);
    putInRedis(user.session());
    startsSession("mine", Suite.TOKYO, NOON.plus(Duration.ofHours(2)));
    assertThat(own("impossible-travel"))
        .singleElement()
        .satisfies(threat -> {
          assertThat(threat.get("severity").asString()).isEqualTo("HIGH");
          assertThat(threat.get("evidence").get("from").asString()).isEqualTo("Lisbon, Portugal");
          assertThat(threat.get("evidence").get("kilometres").asLong()).isBetween(11_000L, 11_300L);
          assertThat(threat.get("text").asString())
              .contains("Lisbon, Portugal and then from Tokyo, Japan", "within 120 minutes");
        });
    assertThat(stepUpSince(user.session()))
        .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
  }

  @Test
  void aFlightOrATrainOrAnUnknownPlaceIsPossible() {
    startsSession("mine", Suite.LISBON, NOON);
    startsSession("mine", Suite.PORTO, NOON.plus(Duration.ofMinutes(5)));
    startsSession("mine", address, NOON.plus(Duration.ofMinutes(6)));
    startsSession("mine", Suite.TOKYO, NOON.plus(Duration.ofHours(14)));
    assertThat(own("impossible-travel")).isEmpty();
  }

  @Test
  void betweenTwoPlacesThatWereDismissedAUserMayTravelAtAnySpeed() {
    startsSession("mine", Suite.LISBON, NOON);
    startsSession("mine", Suite.TOKYO, NOON.plus(Duration.ofMinutes(5)));
    dismissOwn("impossible-travel");
    startsSession("mine", Suite.LISBON, NOON.plus(Duration.ofMinutes(10)));
    startsSession("mine", Suite.TOKYO, NOON.plus(Duration.ofMinutes(15)));
    assertThat(own("impossible-travel")).hasSize(1);
  }

  @Test
  void aTrustedDeviceMayTravel() {
    startsSession("mine", Suite.LISBON, NOON);
    jdbc.sql("update devices set trusted = true where user_id = ?").param(user.id()).update();
    startsSession("mine", Suite.TOKYO, NOON.plus(Duration.ofMinutes(5)));
    assertThat(own("impossible-travel")).isEmpty();
  }

  @Test
  void aDeviceThatTheUserNeverHadIsNewAndTheUserIsTold() {
    startsSession("first", address, NOON);
    assertThat(own("new-device")).isEmpty();
    startsSession("second", Suite.LISBON, NOON.plusSeconds(60));
    assertThat(own("new-device"))
        .singleElement()
        .satisfies(threat -> {
          assertThat(threat.get("severity").asString()).isEqualTo("LOW");
          assertThat(threat.get("status").asString()).isEqualTo("OPEN");
          assertThat(threat.get("text").asString()).contains("Firefox, Linux", Suite.LISBON);
        });
    startsSession("first", address, NOON.plusSeconds(120));
    startsSession("second", address, NOON.plusSeconds(180));
    assertThat(own("new-device")).hasSize(1);
    await().atMost(PATIENCE).until(() -> notices("new-device").size() == 1);
    assertThat(notices("new-device").getFirst())
        .isEqualTo(
            Map.of(
                "device", "Firefox, Linux",
                "address", Suite.LISBON,
                "place", "Lisbon, Portugal"));
  }

  @Test
  void aClientWithoutCookieIsKnownByWhatItSays() {
    startsSession(null, address, NOON);
    startsSession(null, address, NOON.plusSeconds(60));
    assertThat(own("new-device")).isEmpty();
    startsSession("cookie", address, NOON.plusSeconds(120));
    assertThat(own("new-device")).hasSize(1);
  }

  @Test
  void aDismissedDeviceStaysDismissed() {
    startsSession("first", address, NOON);
    startsSession("second", address, NOON.plusSeconds(60));
    dismissOwn("new-device");
    jdbc.sql("delete from devices where user_id = ? and device_id = 'second'")
        .param(user.id())
        .update();
    startsSession("second", address, NOON.plusSeconds(120));
    assertThat(own("new-device"))
        .singleElement()
        .satisfies(threat -> assertThat(threat.get("status").asString()).isEqualTo("DISMISSED"));
  }

  @Test
  void aReusedTokenEndsItsSessionAndAsksTheOthersForProof() {
    UUID stolen = Ids.next();
    UUID other = Ids.next();
    putInRedis(stolen);
    putInRedis(other);
    happens(new TokenReused(user.id(), stolen), NOON);
    assertThat(own("token-reuse"))
        .singleElement()
        .satisfies(threat ->
            assertThat(threat.get("actions"))
                .extracting(JsonNode::asString)
                .containsExactly("NOTIFY", "STEP_UP", "END_SESSIONS"));
    assertThat(redis.hasKey("session:" + stolen)).isFalse();
    assertThat(redis.hasKey("ended-session:" + stolen)).isTrue();
    assertThat(stepUpSince(other)).isPositive();
    await()
        .atMost(PATIENCE)
        .until(() ->
            heard.of(SessionRevoked.class).anyMatch(e -> e.sessionId().equals(stolen))
                && notices("threat").size() == 1);
    assertThat(notices("threat").getFirst().get("text")).contains("as if it had been copied");
  }

  @Test
  void theSameReuseIsFoundOnceAndADismissedOneNotAgain() {
    UUID session = Ids.next();
    happens(new SessionStarted(user.id(), session, null, FIREFOX, address, List.of(), NOON), NOON);
    assertThat(own("token-reuse")).isEmpty();
    happens(new TokenReused(user.id(), session), NOON);
    happens(new TokenReused(user.id(), session), NOON);
    assertThat(own("token-reuse")).hasSize(1);
    dismissOwn("token-reuse");
    happens(new TokenReused(user.id(), session), NOON);
    assertThat(own("token-reuse"))
        .singleElement()
        .satisfies(threat -> assertThat(threat.get("status").asString()).isEqualTo("DISMISSED"));
    happens(new TokenReused(user.id(), Ids.next()), NOON);
    assertThat(own("token-reuse")).hasSize(2);
  }

  @Test
  void manyCodesOrManyRefusalsAreMfaFatigue() {
    codes(4, NOON);
    assertThat(own("mfa-fatigue")).isEmpty();
    codes(1, NOON.plusSeconds(60));
    assertThat(own("mfa-fatigue"))
        .singleElement()
        .satisfies(threat -> {
          assertThat(threat.get("evidence").get("codes").asInt()).isEqualTo(5);
          assertThat(threat.get("text").asString()).contains("5 sign-in codes were sent");
        });
    assertThat(redis.hasKey("throttle:address:" + address)).isTrue();
    String elsewhere = newNetwork() + "1";
    newPeople();
    for (int i = 0; i < 10; i++) {
      happens(new MfaFailed(user.id(), "TOTP", elsewhere), NOON);
    }
    assertThat(own("mfa-fatigue")).hasSize(1);
  }

  @Test
  void codesFurtherApartThanTheWindowAreNoFatigue() {
    codes(4, NOON);
    codes(4, NOON.plus(Duration.ofMinutes(31)));
    for (int i = 0; i < 9; i++) {
      happens(new MfaFailed(user.id(), "TOTP", address), NOON.plus(Duration.ofHours(3)));
    }
    assertThat(own("mfa-fatigue")).isEmpty();
  }

  @Test
  void dismissedFatigueStaysDismissed() {
    codes(5, NOON);
    dismissOwn("mfa-fatigue");
    codes(9, NOON.plus(Duration.ofHours(2)));
    assertThat(own("mfa-fatigue")).hasSize(1);
  }

  private void codes(int number, Instant at) {
    for (int i = 0; i < number; i++) {
      happens(new MfaCodeSent(user.id(), Ids.next(), address), at);
    }
  }

  private void dismissOwn(String rule) {
    assertThat(user.post("/api/v1/threats/" + id(own(rule).getFirst()) + "/dismiss"))
        .hasStatus(204);
  }

  private long stepUpSince(UUID session) {
    Object since = redis.opsForHash().get("session:" + session, "stepUpSince");
    return since == null ? 0 : Long.parseLong(since.toString());
  }

  private List<Map<String, String>> notices(String template) {
    return heard
        .of(NotificationRequested.class)
        .filter(notice -> notice.template().equals(template) && user.id().equals(notice.userId()))
        .map(notice -> JsonMapper.shared().readValue(cipher.open(notice.variables()), STRINGS))
        .toList();
  }
}
