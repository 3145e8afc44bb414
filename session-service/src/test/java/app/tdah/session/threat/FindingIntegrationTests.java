package app.tdah.session.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.process.ChildProcess;
import app.tdah.devstack.testing.TestServers;
import app.tdah.events.DomainEvent;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.events.SecurityEvent.ThreatDetected;
import app.tdah.events.SecurityEvent.TokenReused;
import app.tdah.events.UserEvent.PreferencesUpdated;
import app.tdah.session.Person;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is done with findings, whatever their rule. */
class FindingIntegrationTests extends ThreatTest {

  @Autowired private EventPublisher events;
  @Autowired private MeterRegistry registry;

  @AfterEach
  void resumeRedis() throws InterruptedException {
    signalRedis("CONT");
  }

  @Test
  void comesFromTheEventsOfOtherServicesAndIsToldToThem() {
    UUID session = Ids.next();
    double before = found();
    publish(new PreferencesUpdated(user.id(), "pt", "America/Sao_Paulo"));
    publish(new TokenReused(user.id(), session));
    await().atMost(PATIENCE).until(() -> own("token-reuse").size() == 1);
    String id = id(own("token-reuse").getFirst());
    await()
        .atMost(PATIENCE)
        .until(() ->
            heard
                .of(ThreatDetected.class)
                .anyMatch(e ->
                    e.findingId().toString().equals(id)
                        && e.rule().equals("token-reuse")
                        && e.severity().equals("HIGH")
                        && e.actions().equals(List.of("NOTIFY", "STEP_UP", "END_SESSIONS"))));
    assertThat(audited("threat.detect", id)).isEqualTo(1);
    assertThat(found()).isEqualTo(before + 1);
    assertThat(user.items("/api/v1/security-events"))
        .anySatisfy(entry ->
            assertThat(entry.get("text").asString())
                .isEqualTo("Something suspicious was noticed: a copied session."));
    assertThat(
            Person.json(user.get("/api/v1/threats", "pt"))
                .get("items")
                .get(0)
                .get("text")
                .asString())
        .startsWith("Uma sessão em ");
  }

  @Test
  void usersSeeAndDismissTheirOwnOnly() {
    happens(new TokenReused(user.id(), Ids.next()), NOON);
    String id = id(own("token-reuse").getFirst());
    Person stranger = Person.with(mvc);
    assertThat(stranger.items("/api/v1/threats")).isEmpty();
    assertThat(stranger.post("/api/v1/threats/" + id + "/dismiss")).hasStatus(404);
    assertThat(own("token-reuse").getFirst().get("status").asString()).isEqualTo("OPEN");
    assertThat(user.post("/api/v1/threats/" + id + "/dismiss")).hasStatus(204);
    assertThat(user.post("/api/v1/threats/" + id + "/dismiss")).hasStatus(204);
    assertThat(own("token-reuse").getFirst().get("status").asString()).isEqualTo("DISMISSED");
    await().atMost(PATIENCE).until(() -> audited("threat.dismiss", id) == 1);
    assertThat(mvc.get().uri("/api/v1/threats").exchange()).hasStatus(401);
  }

  @Test
  void administratorsSeeAllWithPermissionAndFilter() {
    happens(new TokenReused(user.id(), Ids.next()), NOON);
    Person other = user;
    newPeople();
    happens(new TokenReused(user.id(), Ids.next()), NOON);
    startsSession("a", "192.0.2.1", NOON);
    startsSession("b", "192.0.2.1", NOON.plusSeconds(1));
    String all = "/api/v1/admin/threats";
    assertThat(user.get(all, "en")).hasStatus(403);
    assertThat(admin.items(all + "?userId=" + other.id())).hasSize(1);
    assertThat(admin.items(all + "?userId=" + user.id())).hasSize(2);
    assertThat(admin.items(all + "?severity=LOW&userId=" + user.id()))
        .extracting(threat -> threat.get("rule").asString())
        .containsExactly("new-device");
    assertThat(admin.items(all + "?rule=token-reuse&userId=" + user.id())).hasSize(1);
    assertThat(admin.items(all + "?status=DISMISSED&userId=" + user.id())).isEmpty();
    assertThat(admin.get(all + "?severity=AWFUL", "en")).hasStatus(400);
    assertThat(admin.get(all + "?rule=%27--", "en")).hasStatus(400);
    String id = id(admin.items(all + "?userId=" + other.id()).getFirst());
    Person reader = Person.with(mvc, "threats:read");
    assertThat(reader.post(all + "/" + id + "/dismiss")).hasStatus(403);
    assertThat(admin.post(all + "/" + id + "/dismiss")).hasStatus(204);
    assertThat(admin.post(all + "/" + Ids.next() + "/dismiss")).hasStatus(404);
    JsonNode first = Person.json(admin.get(all + "?limit=1&userId=" + user.id(), "en"));
    assertThat(
            admin.items(
                all
                    + "?limit=1&userId="
                    + user.id()
                    + "&cursor="
                    + first.get("nextCursor").asString()))
        .singleElement()
        .satisfies(second -> assertThat(id(second)).isNotEqualTo(id(first.get("items").get(0))));
  }

  @Test
  void anAddressStaysThrottledForAnotherFindingAboutIt() {
    String address = newNetwork() + "3";
    fails(address, 5, NOON);
    fails(address, 12, NOON.plus(Duration.ofHours(1)));
    JsonNode stuffing = about("credential-stuffing", address).getFirst();
    assertThat(about("password-spraying", address)).hasSize(1);
    assertThat(admin.post("/api/v1/admin/threats/" + id(stuffing) + "/dismiss")).hasStatus(204);
    assertThat(redis.hasKey("throttle:address:" + address)).isTrue();
  }

  @Test
  void whatRedisMissedIsDoneWhenItIsBackAndMakesNoSessionLive() throws InterruptedException {
    String address = newNetwork() + "5";
    UUID live = Ids.next();
    UUID gone = Ids.next();
    putInRedis(live);
    redis.opsForSet().add("user-sessions:" + user.id(), gone.toString());
    signalRedis("STOP");
    fails(address, 5, NOON);
    happens(new TokenReused(user.id(), Ids.next()), NOON);
    assertThat(pending()).isGreaterThanOrEqualTo(2);
    signalRedis("CONT");
    await().atMost(PATIENCE).until(() -> pending() == 0);
    assertThat(redis.hasKey("throttle:address:" + address)).isTrue();
    assertThat(redis.opsForHash().hasKey("session:" + live, "stepUpSince")).isTrue();
    assertThat(redis.hasKey("session:" + gone)).isFalse();
  }

  @Test
  void nothingIsFoundWhenItsTransactionFails() {
    String address = newNetwork() + "6";
    fails(address, 4, NOON);
    transactions.executeWithoutResult(status -> {
      fails(address, 1, NOON);
      status.setRollbackOnly();
    });
    assertThat(about("credential-stuffing", address)).isEmpty();
    assertThat(redis.hasKey("throttle:address:" + address)).isFalse();
  }

  private double found() {
    return registry.counter("threats.found", "rule", "token-reuse", "severity", "high").count();
  }

  private long audited(String action, String target) {
    return heard
        .of(Audited.class)
        .filter(e -> e.action().equals(action) && target.equals(e.target()))
        .count();
  }

  private int pending() {
    return jdbc.sql("select count(*) from pending_effects").query(Integer.class).single();
  }

  private void publish(DomainEvent event) {
    transactions.executeWithoutResult(status -> events.publish(event));
  }

  private static void signalRedis(String signal) throws InterruptedException {
    ChildProcess.signal(TestServers.running().component("redis").process().pid(), signal);
  }
}
