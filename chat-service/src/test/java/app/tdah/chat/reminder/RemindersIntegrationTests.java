package app.tdah.chat.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.Heard;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.CommunicationEvent.ReminderDue;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(RemindersIntegrationTests.Ears.class)
class RemindersIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  @Autowired private Heard heard;
  @Autowired private FireReminder fire;
  @Autowired private Scheduler scheduler;
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
  void aReminderIsToldAndAskedToBeNotified() {
    JsonNode reminder = remind("stretch", Instant.now().plusSeconds(1), Map.of());
    await()
        .atMost(PATIENCE)
        .until(() -> !heard.of(NotificationRequested.class, user.userId()).isEmpty());
    assertThat(heard.of(ReminderDue.class, user.userId())).hasSize(1);
    assertThat(status(reminder)).isEqualTo("FIRED");
  }

  @Test
  void manyAlarmsForOneReminderTellItOnce() {
    Instant moment =
        Instant.now().plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    JsonNode reminder = remind("once", moment, Map.of());
    UUID id = UUID.fromString(reminder.path("id").asString());
    try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 8).forEach(i -> replicas.submit(() -> fire.fire(id, moment, scheduler)));
    }
    await().atMost(PATIENCE).until(() -> !heard.of(ReminderDue.class, user.userId()).isEmpty());
    remind("after", Instant.now(), Map.of());
    await().atMost(PATIENCE).until(() -> heard.of(ReminderDue.class, user.userId()).size() >= 2);
    assertThat(heard.of(ReminderDue.class, user.userId()))
        .filteredOn(due -> due.reminderId().equals(id))
        .hasSize(1);
  }

  @Test
  void aCrashBeforeTheCommitLosesAndDoublesNothing() {
    Instant moment =
        Instant.now().plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    JsonNode reminder = remind("crash", moment, Map.of());
    UUID id = UUID.fromString(reminder.path("id").asString());
    transactions.executeWithoutResult(status -> {
      fire.fireWithOthers(id, moment, scheduler);
      status.setRollbackOnly();
    });
    assertThat(status(reminder)).isEqualTo("PENDING");
    fire.fireWithOthers(id, moment, scheduler);
    fire.fireWithOthers(id, moment, scheduler);
    await()
        .atMost(PATIENCE)
        .until(() -> !heard.of(NotificationRequested.class, user.userId()).isEmpty());
    assertThat(heard.of(ReminderDue.class, user.userId())).hasSize(1);
    assertThat(status(reminder)).isEqualTo("FIRED");
  }

  @Test
  void aRepeatingReminderWaitsForItsNextMoment() {
    Instant start = Instant.now().minusSeconds(5);
    JsonNode reminder = remind("water", start, Map.of("recurrence", "FREQ=DAILY"));
    await()
        .atMost(PATIENCE)
        .until(() ->
            Instant.parse(get(reminder).path("dueAt").asString())
                .isAfter(Instant.now().plusSeconds(3600)));
    assertThat(status(reminder)).isEqualTo("PENDING");
  }

  @Test
  void aDoneTaskNeedsNoReminder() {
    String task = user.post("tasks", Map.of("title", "call")).body().path("id").asString();
    JsonNode reminder =
        remind("call", Instant.now().plus(Duration.ofHours(1)), Map.of("taskId", task));
    user.post("tasks/" + task + "/complete", Map.of());
    assertThat(status(reminder)).isEqualTo("CANCELLED");
  }

  @Test
  void snoozedAndDeleted() {
    JsonNode reminder = remind("later", Instant.now().plus(Duration.ofHours(1)), Map.of());
    String path = "reminders/" + reminder.path("id").asString();
    Instant snoozed =
        Instant.parse(
            user.post(path + "/snooze", Map.of("minutes", 120)).body().path("dueAt").asString());
    assertThat(snoozed).isAfter(Instant.now().plus(Duration.ofMinutes(110)));
    assertThat(Api.newUser(port).get(path).status()).isEqualTo(404);
    assertThat(user.call("DELETE", path, null).status()).isEqualTo(204);
    assertThat(user.get(path).status()).isEqualTo(404);
  }

  private JsonNode remind(String text, Instant dueAt, Map<String, String> more) {
    Map<String, String> body = new java.util.HashMap<>(more);
    body.put("text", text);
    body.put("dueAt", dueAt.toString());
    return user.post("reminders", body).body();
  }

  private JsonNode get(JsonNode reminder) {
    return user.get("reminders/" + reminder.path("id").asString()).body();
  }

  private String status(JsonNode reminder) {
    return get(reminder).path("status").asString();
  }
}
