package app.tdah.chat.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.Heard;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.CommunicationEvent.SmsReceived;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.events.UserEvent.PreferencesUpdated;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ladder from the first telling to the cap, and what ends it. */
@EmbeddedServers
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "assistant.chat.nudges.poll=PT0.2S")
@Import(NudgeIntegrationTests.Ears.class)
class NudgeIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  @Autowired private Heard heard;
  @Autowired private EventPublisher events;
  @Autowired private FieldCipher cipher;
  @Autowired private JsonMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  private Api user;

  @TestConfiguration
  static class Ears {

    @Bean
    Heard heard() {
      return new Heard();
    }
  }

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void climbsFromPushToSmsToAllAndThenIsSilent() {
    remind(Map.of());
    told(1);
    waitIsOver();
    told(2);
    waitIsOver();
    told(3);
    assertThat(said())
        .extracting(said -> said.get("channels"))
        .containsExactly("PUSH,IN_APP", "SMS", "");
    assertThat(said()).extracting(said -> said.get("rung")).containsExactly("0", "1", "2");
    assertThat(
            jdbc.sql("select count(*) from nudges where user_id = ? and next_at is not null")
                .param(user.userId())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void oneWordByTextMessageEndsItAndCompletesTheTask() {
    String task = user.post("tasks", Map.of("title", "call")).body().path("id").asString();
    String path = remind(Map.of("taskId", task));
    told(1);
    text("Hecho");
    await().atMost(PATIENCE).until(() -> !heard.of(SmsRequested.class, user.userId()).isEmpty());
    assertThat(user.get("tasks/" + task).body().path("status").asString()).isEqualTo("DONE");
    assertThat(user.get(path).body().path("status").asString()).isEqualTo("DONE");
    assertThat(waiting()).isZero();
    assertThat(cipher.open(heard.of(SmsRequested.class, user.userId()).getFirst().body()))
        .startsWith("Done: stretch");
  }

  @Test
  void aNumberInTheChatSnoozesTheLastOne() {
    remind(Map.of());
    told(1);
    String path = remind(Map.of("text", "second"));
    told(2);
    assertThat(user.answer("10")).isEqualTo("I will remind you again in 10 min: second");
    assertThat(user.get(path).body().path("status").asString()).isEqualTo("PENDING");
    assertThat(Instant.parse(user.get(path).body().path("dueAt").asString()))
        .isAfter(Instant.now().plus(Duration.ofMinutes(8)));
    assertThat(waiting()).isEqualTo(1);
    assertThat(user.answer("skip")).isEqualTo("Skipped: stretch. That is fine.");
    assertThat(waiting()).isZero();
  }

  @Test
  void smallerIsAnsweredKindly() {
    remind(Map.of());
    told(1);
    assertThat(user.answer("SMALLER")).contains("two minutes", "stretch");
    assertThat(waiting()).isZero();
  }

  @Test
  void aRepetitionWaitsForTheEndOfTheQuietHours() {
    quiet("00:00", "23:59");
    remind(Map.of());
    told(1);
    waitIsOver();
    await()
        .atMost(PATIENCE)
        .until(() ->
            jdbc.sql("select next_at > now() from nudges where user_id = ?")
                .param(user.userId())
                .query(Boolean.class)
                .single());
    assertThat(said()).hasSize(1);
  }

  @Test
  void aLateOneWakesNobody() {
    LocalTime now = LocalTime.now(ZoneOffset.UTC);
    quiet(hour(now.minusHours(1)), hour(now.plusHours(1)));
    remind(Map.of("dueAt", Instant.now().minus(Duration.ofHours(3)).toString()));
    told(1);
    assertThat(said().getFirst()).containsEntry("channels", "IN_APP").containsKey("late");
    assertThat(
            jdbc.sql("select next_at > now() + interval '50 minutes' from nudges where user_id = ?")
                .param(user.userId())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void itsOwnChannelsAreKeptAndLatenessIsSaid() {
    Instant dueAt = Instant.now().minus(Duration.ofHours(3));
    remind(Map.of("channels", List.of("EMAIL"), "dueAt", dueAt.toString()));
    told(1);
    assertThat(said().getFirst()).containsEntry("channels", "EMAIL").containsKey("late");
  }

  private static String hour(LocalTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private void quiet(String start, String end) {
    transactions.executeWithoutResult(status ->
        events.publish(
            new PreferencesUpdated(
                user.userId(), "en", "UTC", null, null, start, end, null, null)));
    await()
        .atMost(PATIENCE)
        .until(() ->
            jdbc.sql("select count(*) from quiet_hours where user_id = ?")
                    .param(user.userId())
                    .query(Long.class)
                    .single()
                == 1);
  }

  private String remind(Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("text", "stretch");
    body.put("dueAt", Instant.now().toString());
    body.putAll(more);
    JsonNode reminder = user.post("reminders", body).body();
    return "reminders/" + reminder.path("id").asString();
  }

  private void told(int times) {
    await().atMost(PATIENCE).until(() -> said().size() == times);
  }

  private List<Map<String, String>> said() {
    return heard.of(NotificationRequested.class, user.userId()).stream()
        .map(event ->
            json.readValue(
                cipher.open(event.variables()), new TypeReference<Map<String, String>>() {}))
        .toList();
  }

  private void waitIsOver() {
    jdbc.sql("update nudges set next_at = ? where user_id = ? and next_at is not null")
        .params(Timestamp.from(Instant.now()), user.userId())
        .update();
  }

  private long waiting() {
    return jdbc.sql("select count(*) from nudges where user_id = ? and status = 'WAITING'")
        .param(user.userId())
        .query(Long.class)
        .single();
  }

  private void text(String body) {
    transactions.executeWithoutResult(status ->
        events.publish(
            new SmsReceived(
                user.userId(),
                "SM" + Ids.next(),
                cipher.seal("+34600000000"),
                cipher.seal(body),
                Instant.now())));
  }
}
