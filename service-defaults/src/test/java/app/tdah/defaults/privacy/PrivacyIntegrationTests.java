package app.tdah.defaults.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.ErasedUsers;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.sample.Notes;
import app.tdah.defaults.sample.SampleService;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.DomainEvent;
import app.tdah.events.UserEvent.DataErased;
import app.tdah.events.UserEvent.ErasureRequested;
import app.tdah.events.UserEvent.ExportPartReady;
import app.tdah.events.UserEvent.ExportRequested;
import app.tdah.events.UserEvent.ProfileUpdated;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = SampleService.class)
@Import({PrivacyIntegrationTests.Parts.class, PrivacyIntegrationTests.Answers.class})
@EmbeddedServers
class PrivacyIntegrationTests {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final UUID user = UUID.randomUUID();
  private final UUID request = UUID.randomUUID();

  @Autowired private EventPublisher publisher;
  @Autowired private TransactionTemplate transactions;
  @Autowired private JdbcClient jdbc;
  @Autowired private FieldCipher cipher;
  @Autowired private JsonMapper json;
  @Autowired private Notes notes;
  @Autowired private Parts parts;
  @Autowired private Answers answers;
  @Autowired private SampleService.Listener listener;
  @Autowired private ErasedUsers erased;
  @Autowired private Erasure erasure;
  @Autowired private MeterRegistry meters;

  @Test
  void anExportArrivesInPiecesThatMakeOneDocument() throws IOException {
    publish(new ExportRequested(user, request));
    await().atMost(SOON).until(() -> complete(parts.of(user)));
    List<ExportPartReady> pieces = parts.of(user);
    assertThat(pieces).hasSizeGreaterThan(1);
    assertThat(pieces).allMatch(piece -> cipher.open(piece.data()).length() <= 256 * 1024);
    String packed =
        pieces.stream().map(piece -> cipher.open(piece.data())).collect(Collectors.joining());
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
      assertThat(json.readTree(gzip)).isEqualTo(json.valueToTree(notes.export(user)));
    }
  }

  @Test
  void anErasedUserIsNotWrittenDownAgain() {
    jdbc.sql("insert into idempotency_keys (user_id, key, request_hash) values (?, 'k', 'h')")
        .param(user)
        .update();
    publish(new ErasureRequested(user, request));
    await().atMost(SOON).until(() -> answers.of(user).size() == 1);
    assertThat(answers.of(user).getFirst()).isEqualTo(new DataErased(user, request, "sample"));
    assertThat(notes.erased).contains(user);
    assertThat(erased.contains(user)).isTrue();
    assertThat(count("select count(*) from idempotency_keys where user_id = ?")).isZero();

    publish(new ProfileUpdated(user, "late"));
    publish(new ErasureRequested(user, request));
    await().atMost(SOON).until(() -> answers.of(user).size() == 2);
    await()
        .atMost(SOON)
        .until(() ->
            meters
                    .counter(
                        "events.handled", "type", type(ProfileUpdated.class), "outcome", "erased")
                    .count()
                > 0);
    assertThat(listener.heard).noneMatch(event -> event.userId().equals(user));
  }

  @Test
  void anErasureWaitsForTheEventsOfItsUserThatAreBeingHandled() {
    CompletableFuture<Void> erasing =
        transactions.execute(status -> {
          erased.hold(user);
          CompletableFuture<Void> other =
              CompletableFuture.runAsync(
                  () -> transactions.executeWithoutResult(any -> erasure.run(user, request)));
          await().atMost(SOON).until(() -> waits("ExclusiveLock") || other.isDone());
          assertThat(notes.erased).doesNotContain(user);
          return other;
        });
    assertThat(erasing).succeedsWithin(SOON);
    assertThat(notes.erased).contains(user);
  }

  @Test
  void eventsThatAreNotSentYetAreForgottenToo() {
    transactions.executeWithoutResult(status -> {
      publisher.publish(new ProfileUpdated(user, "personal"));
      erasure.run(user, request);
      assertThat(
              jdbc.sql("select type from outbox where event_key = ?")
                  .param(user.toString())
                  .query(String.class)
                  .list())
          .containsExactly(type(DataErased.class));
    });
  }

  @Test
  void retentionDeletesInBatchesWhatIsOldEnough() {
    jdbc.sql("create table if not exists old_things (at timestamptz, kind text)").update();
    jdbc.sql(
            "insert into old_things select now() - interval '2 days', 'a' from generate_series(1, 2500)")
        .update();
    jdbc.sql("insert into old_things values (now(), 'a'), (now() - interval '2 days', 'kept')")
        .update();
    Retention retention =
        new Retention(
            List.of(new RetentionRule("old_things", "at", Duration.ofDays(1), "kind = 'a'")),
            jdbc,
            transactions,
            meters,
            Clock.systemUTC());
    retention.run();
    assertThat(jdbc.sql("select count(*) from old_things").query(Integer.class).single())
        .isEqualTo(2);
    assertThat(meters.counter("retention.deleted", "table", "old_things").count()).isEqualTo(2500);
    jdbc.sql("drop table old_things").update();
  }

  private boolean waits(String mode) {
    return jdbc.sql(
            "select exists (select from pg_locks"
                + " where locktype = 'advisory' and mode = ? and not granted)")
        .param(mode)
        .query(Boolean.class)
        .single();
  }

  private static boolean complete(List<ExportPartReady> pieces) {
    return !pieces.isEmpty() && pieces.size() == pieces.getFirst().count();
  }

  private static String type(Class<? extends DomainEvent> event) {
    return app.tdah.events.EventTypes.nameOf(event);
  }

  private int count(String sql) {
    return jdbc.sql(sql).param(user).query(Integer.class).single();
  }

  private void publish(DomainEvent event) {
    transactions.executeWithoutResult(status -> publisher.publish(event));
  }

  /** The pieces that came. */
  @TestComponent
  static class Parts implements EventHandler<ExportPartReady> {

    private final List<ExportPartReady> heard = new CopyOnWriteArrayList<>();

    @Override
    public Class<ExportPartReady> eventType() {
      return ExportPartReady.class;
    }

    @Override
    public void handle(ExportPartReady event, EventMetadata metadata) {
      heard.add(event);
    }

    List<ExportPartReady> of(UUID user) {
      return heard.stream().filter(event -> event.userId().equals(user)).toList();
    }
  }

  /** Who said to have erased. */
  @TestComponent
  static class Answers implements EventHandler<DataErased> {

    private final List<DataErased> heard = new CopyOnWriteArrayList<>();

    @Override
    public Class<DataErased> eventType() {
      return DataErased.class;
    }

    @Override
    public void handle(DataErased event, EventMetadata metadata) {
      heard.add(event);
    }

    List<DataErased> of(UUID user) {
      return heard.stream().filter(event -> event.userId().equals(user)).toList();
    }
  }
}
