package app.tdah.chat.task;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Versions, parts, order, filters, several at once, and carrying over. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TaskWorkIntegrationTests {

  @LocalServerPort private int port;
  private Api user;

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void aStaleVersionIsRefusedWithTheTaskAsItIs() {
    String id = create("report");
    String tag = user.get("tasks/" + id).etag();
    Api.Answer first = ifMatch("PATCH", "tasks/" + id, Map.of("title", "new"), tag);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.etag()).isNotEqualTo(tag);

    List<Api.Answer> stale = new ArrayList<>();
    stale.add(ifMatch("PATCH", "tasks/" + id, Map.of("title", "other"), tag));
    stale.add(ifMatch("DELETE", "tasks/" + id, null, tag));
    for (String action : List.of("complete", "drop", "start", "not-today", "reopen")) {
      stale.add(ifMatch("POST", "tasks/" + id + "/" + action, Map.of(), tag));
    }
    assertThat(stale)
        .allSatisfy(answer -> {
          assertThat(answer.status()).isEqualTo(412);
          assertThat(answer.body().path("task").path("title").asString()).isEqualTo("new");
        });
    assertThat(ifMatch("PATCH", "tasks/" + id, Map.of("title", "x"), "*").status()).isEqualTo(200);
    assertThat(user.call("PATCH", "tasks/" + id, Map.of("title", "y")).status()).isEqualTo(200);
  }

  @Test
  void openPartsEndWithTheWholeUnlessTheyAreToBeKept() {
    String whole = create("move house");
    String part = create("boxes", "parentId", whole);
    String small = create("tape", "parentId", part);
    assertThat(read(whole).path("openSubtasks").asInt()).isEqualTo(1);

    JsonNode kept = user.post("tasks/" + whole + "/complete?openParts=KEEP", Map.of()).body();
    assertThat(kept.path("status").asString()).isEqualTo("DONE");
    assertThat(kept.path("openSubtasks").asInt()).isEqualTo(1);
    user.post("tasks/undo", Map.of());

    assertThat(
            user.post("tasks/" + whole + "/complete", Map.of()).body().path("openSubtasks").asInt())
        .isZero();
    assertThat(read(small).path("status").asString()).isEqualTo("DONE");
    user.post("tasks/undo", Map.of());
    assertThat(read(whole).path("status").asString()).isEqualTo("OPEN");
    assertThat(read(small).path("status").asString()).isEqualTo("OPEN");
    assertThat(user.post("tasks/" + whole + "/complete?openParts=NO", Map.of()).status())
        .isEqualTo(400);
  }

  @Test
  void thePartsOfARecurringTaskBeginAnew() {
    String whole = create("clean", "recurrence", "FREQ=WEEKLY", "dueDate", "2026-01-05");
    String part = create("kitchen", "parentId", whole);
    user.post("tasks/" + part + "/complete", Map.of());
    user.post("tasks/" + whole + "/complete", Map.of());
    assertThat(read(part).path("status").asString()).isEqualTo("OPEN");
    user.post("tasks/undo", Map.of());
    assertThat(read(part).path("status").asString()).isEqualTo("DONE");
  }

  @Test
  void aTaskIsNoPartOfItselfAndPartsAreNotTooDeep() {
    String top = create("1");
    String below = top;
    for (int level = 2; level <= TaskTree.MAX_DEPTH; level++) {
      below = create(String.valueOf(level), "parentId", below);
    }
    Api.Answer deep = user.post("tasks", Map.of("title", "6", "parentId", below));
    assertThat(field(deep)).isEqualTo("parentId");
    assertThat(field(user.call("PATCH", "tasks/" + top, Map.of("parentId", below))))
        .isEqualTo("parentId");
    assertThat(field(user.call("PATCH", "tasks/" + top, Map.of("parentId", top))))
        .isEqualTo("parentId");
    assertThat(field(user.call("PATCH", "tasks/" + top, Map.of("parentId", "up"))))
        .isEqualTo("parentId");
    assertThat(user.call("PATCH", "tasks/" + top, Map.of("parentId", UUID.randomUUID())).status())
        .isEqualTo(404);
    Map<String, Object> out = new HashMap<>();
    out.put("parentId", null);
    assertThat(user.call("PATCH", "tasks/" + below, out).body().path("parentId").isNull()).isTrue();
    String other =
        Api.newUser(port).post("tasks", Map.of("title", "x")).body().path("id").asString();
    assertThat(user.call("PATCH", "tasks/" + top, Map.of("parentId", other)).status())
        .isEqualTo(404);
  }

  @Test
  void theUsersOwnOrderStays() {
    String a = create("a");
    String b = create("b");
    String c = create("c");
    assertThat(inOrder()).containsExactly("a", "b", "c");
    move(a, c);
    assertThat(inOrder()).containsExactly("b", "c", "a");
    move(c, null);
    assertThat(inOrder()).containsExactly("c", "b", "a");
    move(a, c);
    move(a, c);
    assertThat(inOrder()).containsExactly("c", "a", "b");
    user.post("tasks/undo", Map.of());
    user.post("tasks/undo", Map.of());
    assertThat(inOrder()).containsExactly("c", "b", "a");
    create("d");
    assertThat(inOrder()).containsExactly("c", "b", "a", "d");
    assertThat(user.call("PATCH", "tasks/" + b, Map.of("after", UUID.randomUUID())).status())
        .isEqualTo(404);
    assertThat(field(user.call("PATCH", "tasks/" + b, Map.of("position", "zz0"))))
        .isEqualTo("position");
    JsonNode page = user.get("tasks?sort=position&limit=2").body();
    JsonNode rest =
        user.get("tasks?sort=position&limit=2&cursor=" + page.path("nextCursor").asString()).body();
    assertThat(titles(page)).containsExactly("c", "b");
    assertThat(titles(rest)).containsExactly("a", "d");
  }

  @Test
  void listsByWhatTasksAre() {
    String whole = create("Plan trip", "project", "Holiday", "tags", List.of("Fun"));
    create("book 100% train", "parentId", whole, "context", "phone", "notes", "ask for a window");
    create("dishes", "tags", List.of("home"));
    String begun = create("taxes");
    user.post("tasks/" + begun + "/start", Map.of());
    String dropped = create("juggling");
    user.post("tasks/" + dropped + "/drop", Map.of());

    assertThat(found("project=holiday")).containsExactly("Plan trip");
    assertThat(found("tag=fun")).containsExactly("Plan trip");
    assertThat(found("context=phone")).containsExactly("book 100% train");
    assertThat(found("parentId=" + whole)).containsExactly("book 100% train");
    assertThat(found("q=WINDOW")).containsExactly("book 100% train");
    assertThat(found("q=100%25")).containsExactly("book 100% train");
    assertThat(found("q=_")).isEmpty();
    assertThat(found("status=DOING")).containsExactly("taxes");
    assertThat(found("status=DROPPED")).containsExactly("juggling");
    assertThat(found("status=OPEN,DROPPED")).hasSize(4);
    assertThat(field(user.get("tasks?status=LATE"))).isEqualTo("status");
    assertThat(field(user.get("tasks?sort=colour"))).isEqualTo("sort");
  }

  @Test
  void severalChangeTogetherOrNotAtAll() {
    String a = create("a");
    String b = create("b");
    Map<String, Object> high = Map.of("priority", "HIGH");
    assertThat(bulk(Map.of("ids", List.of(a, UUID.randomUUID()), "patch", high)).status())
        .isEqualTo(404);
    assertThat(bulk(Map.of("ids", List.of(a, b), "patch", Map.of("priority", "URGENT"))).status())
        .isEqualTo(400);
    assertThat(read(a).path("priority").asString()).isEqualTo("NORMAL");

    JsonNode done = bulk(Map.of("ids", List.of(a, b, a), "patch", high)).body();
    assertThat(done.path("tasks")).hasSize(2);
    assertThat(read(b).path("priority").asString()).isEqualTo("HIGH");
    user.post("tasks/undo", Map.of("operationId", done.path("operationId").asString()));
    assertThat(read(a).path("priority").asString()).isEqualTo("NORMAL");
    assertThat(read(b).path("priority").asString()).isEqualTo("NORMAL");

    bulk(Map.of("ids", List.of(a, b), "action", "COMPLETE"));
    assertThat(read(b).path("status").asString()).isEqualTo("DONE");
    JsonNode gone = bulk(Map.of("ids", List.of(a, b), "action", "DELETE")).body();
    assertThat(gone.path("removed")).hasSize(2);
    user.post("tasks/undo", Map.of());
    assertThat(read(a).path("status").asString()).isEqualTo("DONE");
  }

  @Test
  void aBulkChangeNamesWhatIsWrong() {
    String a = create("a");
    assertThat(field(bulk(Map.of("ids", List.of(), "action", "DROP")))).isEqualTo("ids");
    assertThat(field(bulk(Map.of("ids", List.of(a))))).isEqualTo("action");
    assertThat(field(bulk(Map.of("ids", List.of(a), "action", "DROP", "patch", Map.of()))))
        .isEqualTo("action");
    assertThat(bulk(Map.of("ids", List.of(a), "action", "EXPLODE")).status()).isEqualTo(400);
    assertThat(field(bulk(Map.of("ids", List.of(a), "patch", "title")))).isEqualTo("body");
  }

  @Test
  void whatWasMeantForAnEarlierDayIsCarriedOver() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String late = create("letter", "dueDate", today.minusDays(3).toString());
    String moment = create("call", "dueAt", today.minusDays(1) + "T10:00:00Z");
    create("today", "dueDate", today.toString());
    create("later", "dueDate", today.plusDays(1).toString());
    create("some day");
    assertThat(read(late).path("carriedOver").asInt()).isEqualTo(3);
    assertThat(read(moment).path("carriedOver").asInt()).isEqualTo(1);
    assertThat(found("today=true")).containsExactly("today", "call", "letter");
    user.post("tasks/" + late + "/not-today", Map.of());
    user.post("tasks/" + create("put off") + "/not-today", Map.of());
    assertThat(found("today=true")).containsExactly("today", "call");
    user.post("tasks/" + moment + "/complete", Map.of());
    assertThat(read(moment).path("carriedOver").asInt()).isZero();
  }

  private String create(String title, Object... more) {
    Map<String, Object> task = new HashMap<>(Map.of("title", title));
    for (int i = 0; i < more.length; i += 2) {
      task.put((String) more[i], more[i + 1]);
    }
    Api.Answer answer = user.post("tasks", task);
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().path("id").asString();
  }

  private void move(String task, String after) {
    Map<String, Object> patch = new HashMap<>();
    patch.put("after", after);
    assertThat(user.call("PATCH", "tasks/" + task, patch).status()).isEqualTo(200);
  }

  private Api.Answer ifMatch(String method, String path, Map<String, ?> body, String tag) {
    return user.call(method, path, body, Map.of("If-Match", tag));
  }

  private Api.Answer bulk(Map<String, ?> body) {
    return user.post("tasks/bulk", body);
  }

  private JsonNode read(String id) {
    return user.get("tasks/" + id).body();
  }

  private List<String> inOrder() {
    return found("sort=position");
  }

  private List<String> found(String query) {
    return titles(user.get("tasks?" + query).body());
  }

  private static List<String> titles(JsonNode page) {
    List<String> titles = new ArrayList<>();
    page.path("items").forEach(task -> titles.add(task.path("title").asString()));
    return titles;
  }

  private static String field(Api.Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    return Objects.requireNonNull(answer.body()).path("errors").get(0).path("field").asString();
  }
}
