package app.tdah.chat.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.Heard;
import app.tdah.defaults.privacy.Retention;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.CommunicationEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whatever is done to a task can be taken back, and that too. */
@EmbeddedServers
@Import(Heard.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class UndoIntegrationTests {

  private static final Duration WAIT = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  @Autowired private Heard heard;
  @Autowired private JdbcClient jdbc;
  @Autowired private Retention retention;
  private Api user;

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void goesBackStepByStepToBeforeTheTaskWasThere() {
    JsonNode task = create(Map.of("title", "report", "notes", "draft"));
    user.call("PATCH", path(task), Map.of("title", "final report", "priority", "HIGH"));
    user.post(path(task) + "/not-today", Map.of());
    user.post(path(task) + "/complete", Map.of());

    assertThat(undo().path("operation").path("kind").asString()).isEqualTo("COMPLETED");
    assertThat(read(task).path("status").asString()).isEqualTo("OPEN");
    assertThat(read(task).path("completedAt").isNull()).isTrue();
    assertThat(undo().path("operation").path("kind").asString()).isEqualTo("POSTPONED");
    JsonNode edited = undo();
    assertThat(edited.path("tasks").get(0).path("title").asString()).isEqualTo("report");
    assertThat(edited.path("tasks").get(0).path("priority").asString()).isEqualTo("NORMAL");
    assertThat(undo().path("removed").get(0).asString()).isEqualTo(task.path("id").asString());
    assertThat(user.get(path(task)).status()).isEqualTo(404);
    Api.Answer nothing = user.post("tasks/undo", Map.of());
    assertThat(nothing.status()).isEqualTo(409);
    assertThat(nothing.body().path("code").asString()).isEqualTo("nothing-to-undo");
  }

  @Test
  void anUndoIsUndoneByItsOwnName() {
    JsonNode task = create(Map.of("title", "one"));
    user.call("PATCH", path(task), Map.of("title", "two"));
    JsonNode undone = undo();
    JsonNode redone = undo(undone.path("undoneBy").asString());
    assertThat(redone.path("operation").path("kind").asString()).isEqualTo("UNDONE");
    assertThat(read(task).path("title").asString()).isEqualTo("two");
    undo(redone.path("undoneBy").asString());
    assertThat(read(task).path("title").asString()).isEqualTo("one");
    Api.Answer twice =
        user.post(
            "tasks/undo", Map.of("operationId", undone.path("operation").path("id").asString()));
    assertThat(twice.body().path("code").asString()).isEqualTo("already-undone");
    assertThat(undo().path("operation").path("kind").asString()).isEqualTo("CREATED");
  }

  @Test
  void aDeletedTaskComesBackWithItsPartsAndItsNextVersion() {
    JsonNode whole = create(Map.of("title", "move house", "dueDate", "2031-05-01"));
    JsonNode part = create(Map.of("title", "boxes", "parentId", whole.path("id").asString()));
    user.call("DELETE", path(whole), null);
    assertThat(user.get(path(part)).status()).isEqualTo(404);

    undo();
    assertThat(read(part).path("parentId")).isEqualTo(whole.path("id"));
    assertThat(read(whole).path("dueDate").asString()).isEqualTo("2031-05-01");
    assertThat(read(whole).path("createdAt")).isEqualTo(whole.path("createdAt"));
    assertThat(read(whole).path("version").asLong()).isGreaterThan(whole.path("version").asLong());
    assertThat(user.call("PATCH", path(whole), Map.of("title", "moved")).status()).isEqualTo(200);
  }

  @Test
  void aRecurringTaskGoesBackToTheDayItWasDoneFor() {
    JsonNode task =
        create(Map.of("title", "bins", "dueDate", "2026-01-06", "recurrence", "FREQ=WEEKLY"));
    JsonNode next = user.post(path(task) + "/complete", Map.of()).body();
    assertThat(next.path("dueDate").asString()).isNotEqualTo("2026-01-06");
    undo();
    assertThat(read(task).path("dueDate").asString()).isEqualTo("2026-01-06");
  }

  @Test
  void remindersThatEndedWithTheTaskComeBackAndOthersDoNot() {
    JsonNode task = create(Map.of("title", "train"));
    String taskId = task.path("id").asString();
    Map<String, Object> wish =
        Map.of("text", "pack", "taskId", taskId, "dueAt", "2031-01-01T10:00:00Z");
    String pack = user.post("reminders", wish).body().path("id").asString();
    String gone = user.post("reminders", wish).body().path("id").asString();
    user.call("DELETE", "reminders/" + gone, null);

    user.post(path(task) + "/drop", Map.of());
    assertThat(status(pack)).isEqualTo("CANCELLED");
    undo();
    assertThat(status(pack)).isEqualTo("PENDING");
    assertThat(user.get("reminders/" + gone).status()).isEqualTo(404);
    assertThat(
            jdbc.sql("select count(*) from scheduled_tasks where task_instance like ?")
                .param(pack + "@2031%")
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void aReminderOfARecurringTaskFollowsItThereAndBack() {
    JsonNode task =
        create(
            Map.of("title", "bins", "dueAt", "2031-01-07T09:00:00Z", "recurrence", "FREQ=WEEKLY"));
    Map<String, Object> wish =
        Map.of("text", "bins", "taskId", task.path("id").asString(), "offsetMinutes", 60);
    String reminder = user.post("reminders", wish).body().path("id").asString();
    user.post(path(task) + "/complete", Map.of());
    await().atMost(WAIT).until(() -> due(reminder).equals("2031-01-14T08:00:00Z"));
    undo();
    await().atMost(WAIT).until(() -> due(reminder).equals("2031-01-07T08:00:00Z"));
    assertThat(status(reminder)).isEqualTo("PENDING");
  }

  private String due(String reminder) {
    return user.get("reminders/" + reminder).body().path("dueAt").asString();
  }

  @Test
  void anOlderChangeIsTakenBackUnlessItsFieldsChangedAgain() {
    JsonNode task = create(Map.of("title", "one", "notes", "a"));
    user.call("PATCH", path(task), Map.of("title", "two"));
    user.call("PATCH", path(task), Map.of("notes", "b"));
    String titled = operations().get(1).path("id").asString();
    undo(titled);
    assertThat(read(task).path("title").asString()).isEqualTo("one");
    assertThat(read(task).path("notes").asString()).isEqualTo("b");

    user.call("PATCH", path(task), Map.of("title", "three"));
    user.call("PATCH", path(task), Map.of("title", "four"));
    Api.Answer refused =
        user.post("tasks/undo", Map.of("operationId", operations().get(1).path("id").asString()));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").asString()).isEqualTo("changed-since");
    assertThat(refused.body().path("fields").get(0).asString()).isEqualTo("title");
    assertThat(read(task).path("title").asString()).isEqualTo("four");
  }

  @Test
  void aTaskDoesNotGoBackUnderWhatIsGoneOrHasBecomeItsPart() {
    JsonNode whole = create(Map.of("title", "whole"));
    JsonNode task = create(Map.of("title", "task"));
    user.call("PATCH", path(task), Map.of("parentId", whole.path("id").asString()));
    JsonNode out = undo();
    user.call("PATCH", path(whole), Map.of("parentId", task.path("id").asString()));
    Map<String, String> redo = Map.of("operationId", out.path("undoneBy").asString());
    Api.Answer circle = user.post("tasks/undo", redo);
    assertThat(circle.body().path("code").asString()).isEqualTo("changed-since");
    user.call("DELETE", path(whole), null);
    Api.Answer gone = user.post("tasks/undo", redo);
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.body().path("fields").get(0).asString()).isEqualTo("parentId");
  }

  @Test
  void operationsAreListedWithWhatTheyChangedAndNobodyElseSeesThem() {
    JsonNode task = create(Map.of("title", "one"));
    IntStream.range(0, 4)
        .forEach(i -> user.call("PATCH", path(task), Map.of("title", "title " + i)));
    user.call("PATCH", path(task), Map.of("title", "title 3"));
    JsonNode change = operations().get(0).path("changes").get(0);
    assertThat(change.path("before").path("title").asString()).isEqualTo("title 2");
    assertThat(change.path("after").path("title").asString()).isEqualTo("title 3");
    assertThat(change.path("after")).hasSize(1);

    JsonNode page = user.get("tasks/operations?limit=3").body();
    JsonNode rest =
        user.get("tasks/operations?limit=3&cursor=" + page.path("nextCursor").asString()).body();
    assertThat(page.path("items")).hasSize(3);
    assertThat(rest.path("items")).hasSize(2);
    assertThat(rest.path("items").get(1).path("kind").asString()).isEqualTo("CREATED");

    Api other = Api.newUser(port);
    assertThat(other.get("tasks/operations").body().path("items")).isEmpty();
    Map<String, String> named = Map.of("operationId", operations().get(0).path("id").asString());
    assertThat(other.post("tasks/undo", named).status()).isEqualTo(404);
  }

  @Test
  void changesAreForgottenAfterAMonth() {
    JsonNode task = create(Map.of("title", "one"));
    user.call("PATCH", path(task), Map.of("title", "two"));
    age("29 days");
    retention.run();
    undo();
    assertThat(read(task).path("title").asString()).isEqualTo("one");
    age("2 days");
    assertThat(user.post("tasks/undo", Map.of()).status()).isEqualTo(409);
    retention.run();
    assertThat(
            jdbc.sql(
                    "select count(*) from task_operation_changes c where user_id = ? and not exists"
                        + " (select 1 from task_operations o where o.id = c.operation_id and"
                        + " undoes is not null)")
                .param(user.userId())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void everyServiceHearsOfAnUndo() {
    JsonNode task = create(Map.of("title", "one"));
    user.call("DELETE", path(task), null);
    undo();
    await()
        .atMost(WAIT)
        .untilAsserted(() ->
            assertThat(heard.of(CommunicationEvent.TaskChanged.class, user.userId()))
                .extracting(CommunicationEvent.TaskChanged::change)
                .containsExactly("deleted", "restored"));
  }

  @Test
  void parallelUndosTakeBackOneStepEach() {
    JsonNode task = create(Map.of("title", "title 0"));
    IntStream.rangeClosed(1, 6)
        .forEach(i -> user.call("PATCH", path(task), Map.of("title", "title " + i)));
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(CompletableFuture.supplyAsync(() -> user.post("tasks/undo", Map.of()).status()));
    }
    assertThat(calls).allMatch(call -> call.join() == 200);
    assertThat(read(task).path("title").asString()).isEqualTo("title 0");
  }

  private void age(String by) {
    jdbc.sql("update task_operations set at = at - ?::interval where user_id = ?")
        .params(by, user.userId())
        .update();
  }

  private JsonNode create(Map<String, Object> task) {
    return user.post("tasks", task).body();
  }

  private JsonNode undo() {
    Api.Answer answer = user.post("tasks/undo", Map.of());
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode undo(String operation) {
    Api.Answer answer = user.post("tasks/undo", Map.of("operationId", operation));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode operations() {
    return user.get("tasks/operations").body().path("items");
  }

  private JsonNode read(JsonNode task) {
    return user.get(path(task)).body();
  }

  private String status(String reminder) {
    return user.get("reminders/" + reminder).body().path("status").asString();
  }

  private static String path(JsonNode task) {
    return "tasks/" + task.path("id").asString();
  }
}
