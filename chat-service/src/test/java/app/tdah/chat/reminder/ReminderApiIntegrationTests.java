package app.tdah.chat.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Absolute, relative, tied to a task; changed, answered, listed. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReminderApiIntegrationTests {

  @LocalServerPort private int port;
  private Api user;

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void countsFromNow() {
    var reminder = user.post("reminders", Map.of("text", "tea", "inMinutes", 30)).body();
    assertThat(Instant.parse(reminder.path("dueAt").asString()))
        .isBetween(Instant.now().plusSeconds(1700), Instant.now().plusSeconds(1801));
  }

  @Test
  void countsFromItsTaskAndFollowsIt() {
    Instant due = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
    String task =
        user.post("tasks", Map.of("title", "train", "dueAt", due.toString()))
            .body()
            .path("id")
            .asString();
    String path = path(Map.of("text", "pack", "taskId", task, "offsetMinutes", 60));
    assertThat(due(path)).isEqualTo(due.minus(Duration.ofHours(1)));

    Instant moved = due.plus(Duration.ofDays(1));
    user.call("PATCH", "tasks/" + task, Map.of("dueAt", moved.toString()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> due(path).equals(moved.minus(Duration.ofHours(1))));
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThat(refused(Map.of("text", "x"))).isEqualTo("dueAt");
    assertThat(refused(Map.of("text", "x", "inMinutes", 5, "dueAt", "2030-01-01T00:00:00Z")))
        .isEqualTo("dueAt");
    assertThat(refused(Map.of("text", "x", "dueAt", "+900000-01-01T00:00:00Z"))).isEqualTo("dueAt");
    assertThat(refused(Map.of("text", "x", "offsetMinutes", 5))).isEqualTo("taskId");
    assertThat(refused(Map.of("text", "x", "inMinutes", 0))).isEqualTo("inMinutes");
    assertThat(refused(Map.of("text", "x", "inMinutes", 5, "recurrence", "sometimes")))
        .isEqualTo("recurrence");
    String task = user.post("tasks", Map.of("title", "some day")).body().path("id").asString();
    assertThat(refused(Map.of("text", "x", "taskId", task, "offsetMinutes", 5)))
        .isEqualTo("offsetMinutes");
  }

  @Test
  void isChangedInPart() {
    String path = path(Map.of("text", "tea", "inMinutes", 30, "recurrence", "FREQ=DAILY"));
    Instant later = Instant.now().plus(Duration.ofHours(5)).truncatedTo(ChronoUnit.SECONDS);
    var changed =
        user.call(
                "PATCH",
                path,
                Map.of("text", "coffee", "dueAt", later.toString(), "channels", List.of("SMS")))
            .body();
    assertThat(changed.path("text").asString()).isEqualTo("coffee");
    assertThat(changed.path("recurrence").asString()).isEqualTo("FREQ=DAILY");
    assertThat(changed.path("channels").get(0).asString()).isEqualTo("SMS");
    assertThat(due(path)).isEqualTo(later);
    assertThat(user.call("PATCH", path, Map.of("dueAt", "soon")).status()).isEqualTo(400);
    assertThat(user.call("PATCH", path, Map.of("channels", List.of("PIGEON"))).status())
        .isEqualTo(400);
  }

  @Test
  void isAnsweredAheadOfItsTime() {
    String once = path(Map.of("text", "once", "inMinutes", 30));
    assertThat(user.post(once + "/done", Map.of()).body().path("status").asString())
        .isEqualTo("DONE");
    String series = path(Map.of("text", "daily", "inMinutes", 30, "recurrence", "FREQ=DAILY"));
    Instant first = due(series);
    assertThat(user.post(series + "/skip", Map.of()).body().path("status").asString())
        .isEqualTo("PENDING");
    assertThat(due(series)).isAfter(first.plus(Duration.ofHours(22)));
    assertThat(Api.newUser(port).post(series + "/done", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void snoozesForAWhileOrUntilAMoment() {
    String path = path(Map.of("text", "tea", "inMinutes", 30));
    Instant until = Instant.now().plus(Duration.ofHours(4)).truncatedTo(ChronoUnit.SECONDS);
    user.post(path + "/snooze", Map.of("until", until.toString()));
    assertThat(due(path)).isEqualTo(until);
    assertThat(user.post(path + "/snooze", Map.of()).status()).isEqualTo(400);
    assertThat(user.post(path + "/snooze", Map.of("until", "2020-01-01T00:00:00Z")).status())
        .isEqualTo(400);
  }

  @Test
  void listsByStatusAndPage() {
    path(Map.of("text", "one", "inMinutes", 30));
    String done = path(Map.of("text", "two", "inMinutes", 30));
    path(Map.of("text", "three", "inMinutes", 30));
    user.post(done + "/done", Map.of());
    assertThat(user.get("reminders").body().path("items")).hasSize(2);
    assertThat(user.get("reminders?status=DONE").body().path("items")).hasSize(1);
    assertThat(user.get("reminders?status=LOST").status()).isEqualTo(400);
    var first = user.get("reminders?status=ALL&limit=2").body();
    assertThat(first.path("items")).hasSize(2);
    assertThat(
            user.get("reminders?status=ALL&limit=2&cursor=" + first.path("nextCursor").asString())
                .body()
                .path("items"))
        .hasSize(1);
  }

  private String path(Map<String, ?> body) {
    return "reminders/" + user.post("reminders", body).body().path("id").asString();
  }

  private String refused(Map<String, ?> body) {
    Api.Answer answer = user.post("reminders", body);
    assertThat(answer.status()).isEqualTo(400);
    return answer.body().path("errors").path(0).path("field").asString();
  }

  private Instant due(String path) {
    return Instant.parse(user.get(path).body().path("dueAt").asString());
  }
}
