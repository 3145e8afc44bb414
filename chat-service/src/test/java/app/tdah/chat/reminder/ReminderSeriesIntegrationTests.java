package app.tdah.chat.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a snooze, an end and a day that never comes do to a series. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReminderSeriesIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  @Autowired private FireReminder fire;
  @Autowired private Scheduler scheduler;
  private Api user;

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void aSeriesWithAnEndInUtcIsTold() {
    String path = remind(Instant.now(), "FREQ=DAILY;UNTIL=20991231T000000Z");
    await().atMost(PATIENCE).until(() -> due(path).isAfter(Instant.now().plusSeconds(3600)));
    assertThat(status(path)).isEqualTo("PENDING");
  }

  @Test
  void aSeriesThatNeverComesAgainIsToldOnce() {
    String path = remind(Instant.now(), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
    await().atMost(PATIENCE).until(() -> status(path).equals("FIRED"));
  }

  @Test
  void aSnoozeDoesNotMoveTheSeries() {
    Instant moment = later();
    String path = remind(moment, "FREQ=DAILY");
    Instant snoozed =
        Instant.parse(
            user.post(path + "/snooze", Map.of("minutes", 150)).body().path("dueAt").asString());
    fire(path, snoozed);
    assertThat(due(path)).isEqualTo(moment.plus(Duration.ofDays(1)));
  }

  @Test
  void aSeriesEndsAfterItsCount() {
    String path = remind(later(), "FREQ=DAILY;COUNT=2");
    fire(path, due(path));
    assertThat(status(path)).isEqualTo("PENDING");
    fire(path, due(path));
    assertThat(status(path)).isEqualTo("FIRED");
  }

  private static Instant later() {
    return Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
  }

  private String remind(Instant dueAt, String recurrence) {
    JsonNode reminder =
        user.post(
                "reminders",
                Map.of("text", "x", "dueAt", dueAt.toString(), "recurrence", recurrence))
            .body();
    return "reminders/" + reminder.path("id").asString();
  }

  private void fire(String path, Instant moment) {
    fire.fire(UUID.fromString(path.substring("reminders/".length())), moment, scheduler);
  }

  private Instant due(String path) {
    return Instant.parse(user.get(path).body().path("dueAt").asString());
  }

  private String status(String path) {
    return user.get(path).body().path("status").asString();
  }
}
