package app.tdah.defaults.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.sample.SampleService;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.UserEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = SampleService.class)
@AutoConfigureMockMvc
@EmbeddedServers
class OutboxToInboxIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final UUID user = UUID.randomUUID();

  @Autowired private EventPublisher publisher;
  @Autowired private SampleService.Listener listener;
  @Autowired private TransactionTemplate transactions;
  @Autowired private KafkaTemplate<String, byte[]> kafka;
  @Autowired private JdbcClient jdbc;
  @Autowired private MeterRegistry meters;
  @Autowired private ErasedUsers erased;

  @Test
  void committedEventsArriveOnceAndInOrder() {
    List<String> names = IntStream.range(0, 300).mapToObj(i -> "name " + i).toList();
    names.forEach(name -> transactions.executeWithoutResult(status -> publish(name)));
    await().atMost(PATIENCE).until(() -> heard().size() >= names.size());
    assertThat(heard()).isEqualTo(names);
    await()
        .atMost(PATIENCE)
        .until(() -> jdbc.sql("select count(*) from outbox").query(Long.class).single() == 0);
  }

  @Test
  void rolledBackEventsNeverLeave() {
    transactions.executeWithoutResult(status -> {
      publish("never");
      status.setRollbackOnly();
    });
    transactions.executeWithoutResult(status -> publish("later"));
    await().atMost(PATIENCE).until(() -> !heard().isEmpty());
    assertThat(heard()).containsExactly("later");
  }

  @Test
  void aRedeliveredEventChangesNothing() {
    String id = UUID.randomUUID().toString();
    send(
        id,
        "app.tdah.user.profile-updated.v1",
        "{\"userId\":\"" + user + "\",\"displayName\":\"once\"}");
    send(
        id,
        "app.tdah.user.profile-updated.v1",
        "{\"userId\":\"" + user + "\",\"displayName\":\"once\"}");
    send(
        UUID.randomUUID().toString(),
        "app.tdah.user.profile-updated.v1",
        "{\"userId\":\"" + user + "\",\"displayName\":\"end\"}");
    await().atMost(PATIENCE).until(() -> heard().contains("end"));
    assertThat(heard()).containsExactly("once", "end");
  }

  @Test
  void poisonGoesToTheDeadLettersAndUnknownTypesAreIgnored() {
    double before = deadLetters();
    send(UUID.randomUUID().toString(), "app.tdah.user.invented-later.v1", "{}");
    send(UUID.randomUUID().toString(), "app.tdah.user.profile-updated.v1", "{\"userId\":");
    transactions.executeWithoutResult(status -> publish("poison"));
    transactions.executeWithoutResult(status -> publish("after"));
    await().atMost(PATIENCE).until(() -> heard().contains("after"));
    assertThat(heard()).containsExactly("after");
    assertThat(deadLetters() - before).isEqualTo(2);
  }

  /** As on another replica: what is erased there is not written down here meanwhile. */
  @Test
  void anEventWaitsForAnErasureThatIsUnderWay() {
    double before = tooLate();
    transactions.executeWithoutResult(status -> {
      erased.add(user);
      send(
          UUID.randomUUID().toString(),
          "app.tdah.user.profile-updated.v1",
          "{\"userId\":\"" + user + "\",\"displayName\":\"meanwhile\"}");
      await().atMost(PATIENCE).until(() -> waits() || !heard().isEmpty());
    });
    await().atMost(PATIENCE).until(() -> tooLate() > before || !heard().isEmpty());
    assertThat(heard()).isEmpty();
  }

  private boolean waits() {
    return jdbc.sql(
            "select exists (select from pg_locks"
                + " where locktype = 'advisory' and mode = 'ShareLock' and not granted)")
        .query(Boolean.class)
        .single();
  }

  private double tooLate() {
    return meters
        .counter("events.handled", "type", "app.tdah.user.profile-updated.v1", "outcome", "erased")
        .count();
  }

  private double deadLetters() {
    var counter = meters.find("events.dead.lettered").tag("topic", "user-events").counter();
    return counter == null ? 0 : counter.count();
  }

  private void publish(String name) {
    publisher.publish(new UserEvent.ProfileUpdated(user, name));
  }

  private List<String> heard() {
    return listener.heard.stream()
        .filter(event -> user.equals(event.userId()))
        .map(UserEvent.ProfileUpdated::displayName)
        .toList();
  }

  private void send(String id, String type, String json) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>("user-events", user.toString(), json.getBytes(StandardCharsets.UTF_8));
    EventHeaders.add(message.headers(), EventHeaders.ID, id);
    EventHeaders.add(message.headers(), EventHeaders.TYPE, type);
    EventHeaders.add(message.headers(), EventHeaders.SOURCE, "/sample-service");
    EventHeaders.add(message.headers(), EventHeaders.TIME, "2026-11-20T08:30:00Z");
    kafka.send(message).join();
  }
}
