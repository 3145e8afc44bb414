package app.tdah.chat.task;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TasksIntegrationTests {

  @LocalServerPort private int port;
  private Api user;

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void quickAddTellsWhatItUnderstood() {
    JsonNode captured =
        user.post("tasks/quick-add", Map.of("text", "call mom #family !high ~15m every friday"))
            .body();
    JsonNode task = captured.path("task");
    assertThat(task.path("title").asString()).isEqualTo("call mom");
    assertThat(task.path("tags").get(0).asString()).isEqualTo("family");
    assertThat(task.path("priority").asString()).isEqualTo("HIGH");
    assertThat(task.path("estimateMinutes").asInt()).isEqualTo(15);
    assertThat(task.path("recurrence").asString()).isEqualTo("FREQ=WEEKLY;BYDAY=FR");
    assertThat(captured.path("understood")).hasSize(4);
  }

  @Test
  void theSameClientMadeIdCapturesOnce() {
    Map<String, Object> task = Map.of("id", UUID.randomUUID(), "title", "buy bread");
    assertThat(user.post("tasks", task).status()).isEqualTo(201);
    assertThat(user.post("tasks", task).status()).isEqualTo(201);
    assertThat(user.get("tasks").body().path("items")).hasSize(1);
    assertThat(Api.newUser(port).post("tasks", task).status()).isEqualTo(404);
  }

  @Test
  void aPatchSetsClearsAndKeeps() {
    JsonNode task =
        user.post("tasks", Map.of("title", "report", "notes", "draft", "dueDate", "2027-01-02"))
            .body();
    Map<String, Object> patch = new HashMap<>();
    patch.put("notes", null);
    patch.put("dueAt", "2027-01-03T10:00:00Z");
    JsonNode patched = user.call("PATCH", path(task), patch).body();
    assertThat(patched.path("title").asString()).isEqualTo("report");
    assertThat(patched.path("notes").isNull()).isTrue();
    assertThat(patched.path("dueDate").isNull()).isTrue();
    assertThat(patched.path("dueAt").asString()).isEqualTo("2027-01-03T10:00:00Z");
    assertThat(patched.path("version").asLong()).isGreaterThan(task.path("version").asLong());
  }

  @Test
  void aWrongFieldIsNamed() {
    JsonNode task = user.post("tasks", Map.of("title", "report")).body();
    for (Map<String, Object> patch :
        List.<Map<String, Object>>of(
            Map.of("title", " "),
            Map.of("priority", "URGENT"),
            Map.of("dueAt", "tomorrow"),
            Map.of("recurrence", "sometimes"),
            Map.of("estimateMinutes", 0),
            Map.of("tags", "family"))) {
      Api.Answer answer = user.call("PATCH", path(task), patch);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().path("errors").get(0).path("field").asString())
          .isEqualTo(patch.keySet().iterator().next());
    }
  }

  @Test
  void completingARecurringTaskMovesItOn() {
    JsonNode task =
        user.post(
                "tasks",
                Map.of(
                    "title", "bins", "dueDate", "2026-01-06", "recurrence", "FREQ=WEEKLY;BYDAY=TU"))
            .body();
    JsonNode next = user.post(path(task) + "/complete", Map.of()).body();
    assertThat(next.path("status").asString()).isEqualTo("OPEN");
    assertThat(java.time.LocalDate.parse(next.path("dueDate").asString()).getDayOfWeek())
        .isEqualTo(java.time.DayOfWeek.TUESDAY);
    JsonNode once = user.post("tasks", Map.of("title", "once")).body();
    assertThat(user.post(path(once) + "/complete", Map.of()).body().path("status").asString())
        .isEqualTo("DONE");
    assertThat(user.post(path(once) + "/reopen", Map.of()).body().path("status").asString())
        .isEqualTo("OPEN");
  }

  @Test
  void nextIsOneTaskThatFitsAndSaysWhy() {
    user.post("tasks", Map.of("title", "novel", "estimateMinutes", 300, "priority", "HIGH"));
    user.post("tasks", Map.of("title", "dishes", "estimateMinutes", 10));
    JsonNode fits = user.get("tasks/next?minutes=15").body();
    assertThat(fits.path("task").path("title").asString()).isEqualTo("dishes");
    assertThat(fits.path("why").asString()).isNotBlank();
    assertThat(user.get("tasks/next").body().path("task").path("title").asString())
        .isEqualTo("novel");
    user.post(path(fits.path("task")) + "/not-today", Map.of());
    assertThat(user.get("tasks/next?minutes=15").body().path("task").isNull()).isTrue();
  }

  @Test
  void pagesShowEveryTaskOnce() {
    IntStream.range(0, 7).forEach(i -> user.post("tasks", Map.of("title", "task " + i)));
    List<String> titles = new java.util.ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = user.get("tasks?limit=3" + cursor).body();
      page.path("items").forEach(task -> titles.add(task.path("title").asString()));
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asString();
    } while (!cursor.isEmpty());
    assertThat(titles)
        .containsExactly("task 6", "task 5", "task 4", "task 3", "task 2", "task 1", "task 0");
  }

  private static String path(JsonNode task) {
    return "tasks/" + task.path("id").asString();
  }
}
