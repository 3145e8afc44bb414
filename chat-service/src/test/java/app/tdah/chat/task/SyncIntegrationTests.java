package app.tdah.chat.task;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What devices wrote offline is merged field by field, and nothing that anybody wrote is lost. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SyncIntegrationTests {

  private final String task = UUID.randomUUID().toString();

  @LocalServerPort private int port;
  private Api user;

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void aTaskMadeAndChangedOfflineArrives() {
    JsonNode result =
        sync(
            write("phone", -50, null, Map.of("title", "second title")),
            write("phone", -60, null, Map.of("title", "first title", "tags", List.of("#home"))));
    assertThat(result.path("applied")).hasSize(2);
    assertThat(result.path("rejected")).isEmpty();
    assertThat(result.path("conflicts")).isEmpty();
    JsonNode merged = result.path("tasks").get(0);
    assertThat(merged.path("title").asString()).isEqualTo("second title");
    assertThat(merged.path("tags").get(0).asString()).isEqualTo("home");
    assertThat(result.path("clock").asString()).matches(HybridClock.PATTERN);
  }

  @Test
  void aWriteCountsOnceHoweverOftenItIsSent() {
    create("bins", Map.of("recurrence", "FREQ=WEEKLY", "dueDate", "2031-01-07"));
    Map<String, Object> done = write("phone", 1, 0L, Map.of("status", "DONE"));
    sync(done);
    JsonNode again = sync(done);
    assertThat(again.path("applied").get(0).asString()).isEqualTo(done.get("id").toString());
    assertThat(read().path("dueDate").asString()).isEqualTo("2031-01-14");
    assertThat(read().path("status").asString()).isEqualTo("OPEN");
  }

  @Test
  void differentFieldsOfTwoDevicesMergeWithoutAClash() {
    create("report", Map.of());
    sync(write("phone", 1, 0L, Map.of("title", "final report")));
    JsonNode result = sync(write("laptop", 2, 0L, Map.of("notes", "two pages")));
    assertThat(result.path("conflicts")).isEmpty();
    assertThat(read().path("title").asString()).isEqualTo("final report");
    assertThat(read().path("notes").asString()).isEqualTo("two pages");
  }

  @Test
  void theLastWriterHasTheFieldAndTheOtherValueIsKept() {
    create("report", Map.of());
    sync(write("phone", 10, 0L, Map.of("title", "from the phone")));
    JsonNode older = sync(write("laptop", 5, 0L, Map.of("title", "from the laptop")));
    assertThat(older.path("applied")).hasSize(1);
    assertThat(read().path("title").asString()).isEqualTo("from the phone");
    JsonNode clash = older.path("conflicts").get(0);
    assertThat(clash.path("field").asString()).isEqualTo("title");
    assertThat(clash.path("kept").path("title").asString()).isEqualTo("from the phone");
    assertThat(clash.path("other").path("title").asString()).isEqualTo("from the laptop");

    sync(write("tablet", 20, 0L, Map.of("title", "from the tablet")));
    assertThat(read().path("title").asString()).isEqualTo("from the tablet");
    JsonNode newest = conflicts().get(0);
    assertThat(newest.path("other").path("title").asString()).isEqualTo("from the phone");

    resolve(clash, "OTHER", 204);
    assertThat(read().path("title").asString()).isEqualTo("from the laptop");
    resolve(newest, "KEPT", 204);
    resolve(newest, "KEPT", 404);
    assertThat(conflicts()).isEmpty();
    user.post("tasks/undo", Map.of());
    assertThat(read().path("title").asString()).isEqualTo("from the tablet");
  }

  @Test
  void theSameOutcomeWhateverTheOrder() {
    String first = merged(List.of(5, 10, 7));
    assertThat(merged(List.of(10, 7, 5))).isEqualTo(first);
    assertThat(merged(List.of(7, 5, 10))).isEqualTo(first);
  }

  private String merged(List<Integer> order) {
    String id = UUID.randomUUID().toString();
    user.post("tasks", Map.of("id", id, "title", "start"));
    for (int at : order) {
      sync(write(id, "device" + at, at, 0L, Map.of("title", "written at " + at)));
    }
    return user.get("tasks/" + id).body().path("title").asString();
  }

  @Test
  void whoKnewTheValueReplacesItWhateverTheirClockSays() {
    create("report", Map.of());
    sync(write("phone", 30, 0L, Map.of("title", "seen")));
    long version = read().path("version").asLong();
    JsonNode result = sync(write("slow", -3600, version, Map.of("title", "replaced")));
    assertThat(result.path("conflicts")).isEmpty();
    assertThat(read().path("title").asString()).isEqualTo("replaced");
    user.call("PATCH", "tasks/" + task, Map.of("title", "online"));
    sync(write("slow", -3500, version, Map.of("title", "late")));
    assertThat(read().path("title").asString()).isEqualTo("online");
    assertThat(conflicts().get(0).path("other").path("title").asString()).isEqualTo("late");
  }

  @Test
  void aDayAndAMomentAreOneThing() {
    create("call", Map.of("dueDate", "2031-01-01"));
    sync(write("phone", 10, 0L, Map.of("dueAt", "2031-02-01T10:00:00Z")));
    assertThat(read().path("dueDate").isNull()).isTrue();
    sync(write("laptop", 5, 0L, Map.of("dueDate", "2031-03-01")));
    assertThat(read().path("dueAt").asString()).isEqualTo("2031-02-01T10:00:00Z");
    assertThat(read().path("dueDate").isNull()).isTrue();
    JsonNode clash = conflicts().get(0);
    assertThat(clash.path("field").asString()).isEqualTo("due");
    resolve(clash, "OTHER", 204);
    assertThat(read().path("dueDate").asString()).isEqualTo("2031-03-01");
    assertThat(read().path("dueAt").isNull()).isTrue();
  }

  @Test
  void aClockFarAheadDoesNotWinForEver() {
    create("report", Map.of());
    sync(write("broken", 86_400 * 365, 0L, Map.of("title", "from the future")));
    sync(write("phone", 2, null, Map.of("title", "from now")));
    assertThat(read().path("title").asString()).isEqualTo("from now");
  }

  @Test
  void aWrongWriteHoldsNoOtherUp() {
    create("report", Map.of());
    JsonNode result =
        sync(
            write("phone", 1, 0L, Map.of("priority", "URGENT", "parentId", task)),
            write("phone", 2, 0L, Map.of("parentId", task)),
            write("phone", 3, 0L, Map.of("after", task)),
            write(UUID.randomUUID().toString(), "phone", 4, 0L, Map.of("notes", "of nothing")),
            write("phone", 5, 0L, Map.of("title", "fine")));
    assertThat(result.path("applied")).hasSize(1);
    assertThat(read().path("title").asString()).isEqualTo("fine");
    assertThat(read().path("parentId").isNull()).isTrue();
    List<String> fields = new ArrayList<>();
    result.path("rejected").forEach(each -> fields.add(each.path("field").asString("")));
    assertThat(fields).containsExactly("priority", "parentId", "after", "");
  }

  @Test
  void aDeletionStaysUnlessSomebodyWroteLater() {
    create("report", Map.of("notes", "long"));
    JsonNode gone = sync(deletion(10));
    assertThat(gone.path("removed").get(0).asString()).isEqualTo(task);
    JsonNode before = sync(write("laptop", 5, 0L, Map.of("title", "earlier")));
    assertThat(before.path("rejected").get(0).path("code").asString()).isEqualTo("task-deleted");
    sync(write("laptop", 15, 0L, Map.of("title", "later", "parentId", UUID.randomUUID())));
    assertThat(user.get("tasks/" + task).status()).isEqualTo(404);
    sync(write("laptop", 20, 0L, Map.of("title", "later")));
    assertThat(read().path("title").asString()).isEqualTo("later");
    assertThat(read().path("notes").asString()).isEqualTo("long");
    JsonNode again = sync(deletion(11));
    assertThat(again.path("rejected").get(0).path("code").asString()).isEqualTo("changed-since");
    assertThat(read().path("title").asString()).isEqualTo("later");
  }

  @Test
  void devicesThatReturnTogetherLoseNothing() {
    create("report", Map.of());
    List<CompletableFuture<JsonNode>> returns = new ArrayList<>();
    for (int device = 1; device <= 8; device++) {
      Map<String, Object> write =
          write("device" + device, device, 0L, Map.of("title", "from " + device));
      returns.add(CompletableFuture.supplyAsync(() -> sync(write, write)));
      returns.add(CompletableFuture.supplyAsync(() -> sync(write)));
    }
    returns.forEach(CompletableFuture::join);
    assertThat(read().path("title").asString()).isEqualTo("from 8");
    List<String> values = new ArrayList<>();
    conflicts().forEach(each -> values.add(each.path("other").path("title").asString()));
    for (int device = 1; device <= 7; device++) {
      assertThat(values).containsOnlyOnce("from " + device);
    }
  }

  @Test
  void nobodyWritesToATaskOfSomebodyElse() {
    create("mine", Map.of());
    Api other = Api.newUser(port);
    JsonNode result =
        other
            .post(
                "tasks/sync",
                Map.of("operations", List.of(write("x", 1, 0L, Map.of("title", "theirs")))))
            .body();
    assertThat(result.path("rejected").get(0).path("code").asString()).isEqualTo("task-not-found");
    assertThat(result.path("tasks")).isEmpty();
    assertThat(read().path("title").asString()).isEqualTo("mine");
  }

  @Test
  void whatIsNoWriteAtAllIsRefused() {
    assertThat(status(Map.of("operations", List.of()))).isEqualTo(400);
    Map<String, Object> wrong = write("phone", 1, 0L, Map.of("title", "x"));
    wrong.put("at", "yesterday");
    assertThat(status(Map.of("operations", List.of(wrong)))).isEqualTo(400);
    wrong = write("phone", 1, 0L, Map.of("title", "x"));
    wrong.put("fields", "title");
    assertThat(status(Map.of("operations", List.of(wrong)))).isEqualTo(400);
    wrong = write("phone", 1, 0L, Map.of("title", "x"));
    wrong.put("deleted", true);
    assertThat(status(Map.of("operations", List.of(wrong)))).isEqualTo(400);
  }

  private int status(Map<String, ?> body) {
    return user.post("tasks/sync", body).status();
  }

  private void create(String title, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("id", task);
    body.put("title", title);
    assertThat(user.post("tasks", body).status()).isEqualTo(201);
  }

  private Map<String, Object> write(
      String node, int seconds, Long base, Map<String, Object> fields) {
    return write(task, node, seconds, base, fields);
  }

  private static Map<String, Object> write(
      String id, String node, int seconds, Long base, Map<String, Object> fields) {
    Map<String, Object> write = new HashMap<>();
    write.put("id", UUID.randomUUID());
    write.put("taskId", id);
    write.put("at", HybridClock.at(Instant.now().plusSeconds(seconds), node).toString());
    write.put("baseVersion", base);
    write.put("fields", fields);
    return write;
  }

  private Map<String, Object> deletion(int seconds) {
    Map<String, Object> write = write("phone", seconds, null, Map.of());
    write.remove("fields");
    write.put("deleted", true);
    return write;
  }

  private JsonNode sync(Object... writes) {
    Api.Answer answer = user.post("tasks/sync", Map.of("operations", List.of(writes)));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode read() {
    return user.get("tasks/" + task).body();
  }

  private JsonNode conflicts() {
    return user.get("tasks/conflicts?taskId=" + task).body().path("items");
  }

  private void resolve(JsonNode conflict, String take, int status) {
    String path = "tasks/conflicts/" + conflict.path("id").asString() + "/resolve";
    assertThat(user.post(path, Map.of("take", take)).status()).isEqualTo(status);
  }
}
