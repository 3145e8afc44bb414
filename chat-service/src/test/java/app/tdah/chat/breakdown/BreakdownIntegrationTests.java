package app.tdah.chat.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.reminder.SmallerTask;
import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BreakdownIntegrationTests {

  @LocalServerPort private int port;
  @Autowired private SmallerTask smaller;
  @Autowired private TransactionTemplate transactions;
  private Api user;

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void stepsAreTasksWithEstimatesAndTheFirstIsSmall() {
    String task = task("do the dishes", Map.of("tags", List.of("home"), "energy", "HIGH"));
    JsonNode broken = breakDown(task, Map.of());
    assertThat(broken.path("task").path("id").asString()).isEqualTo(task);
    assertThat(broken.path("subtasks")).hasSize(4);
    JsonNode first = broken.path("subtasks").path(0);
    assertThat(first.path("parentId").asString()).isEqualTo(task);
    assertThat(first.path("estimateMinutes").asInt()).isBetween(1, 2);
    assertThat(first.path("energy").asString()).isEqualTo("LOW");
    assertThat(first.path("tags").path(0).asString()).isEqualTo("home");
    assertThat(user.get("tasks/" + first.path("id").asString()).status()).isEqualTo(200);
  }

  @Test
  void askingAgainChangesNothing() {
    String task = task("do the dishes", Map.of());
    List<String> once = ids(breakDown(task, Map.of()));
    assertThat(ids(breakDown(task, Map.of()))).isEqualTo(once);
    assertThat(ids(breakDown(task, Map.of("granularity", 3)))).isEqualTo(once);
  }

  @Test
  void anotherGranularityKeepsWhatIsDoneChangedOrTheUsersOwn() {
    String task = task("do the dishes", Map.of());
    List<String> steps = ids(breakDown(task, Map.of("granularity", 2)));
    user.post("tasks/" + steps.get(0) + "/complete", Map.of());
    user.call("PATCH", "tasks/" + steps.get(1), Map.of("title", "mine now"));
    String own = task("buy soap", Map.of("parentId", task));
    JsonNode finer = breakDown(task, Map.of("granularity", 4));
    assertThat(ids(finer)).contains(steps.get(0), steps.get(1), own).doesNotContain(steps.get(2));
    assertThat(titles(finer)).doesNotHaveDuplicates().contains("mine now", "buy soap");
  }

  @Test
  void sayingItAtTheSameTimeBreaksItDownOnce() {
    String task = task("do the dishes", Map.of());
    List<CompletableFuture<JsonNode>> all =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> breakDown(task, Map.of())))
            .toList();
    all.forEach(CompletableFuture::join);
    assertThat(ids(breakDown(task, Map.of()))).hasSize(4);
  }

  @Test
  void smallerSplitsTheFirstOpenStepUntilNothingIsSmaller() {
    String task = task("xyzzy", Map.of());
    JsonNode first = smaller(task);
    assertThat(first.path("task").path("id").asString()).isEqualTo(task);
    assertThat(titles(first)).containsExactly("Only two minutes: xyzzy");
    JsonNode second = smaller(task);
    assertThat(titles(second)).containsExactly("Just one minute: xyzzy");
    JsonNode last = smaller(task);
    assertThat(last.path("task").path("title").asString()).isEqualTo("Just one minute: xyzzy");
    assertThat(last.path("subtasks")).isEmpty();
  }

  @Test
  void theWordSmallerGetsTheFirstStep() {
    UUID task = UUID.fromString(task("xyzzy", Map.of()));
    assertThat(transactions.<String>execute(tx -> smaller.smaller(user.userId(), task)))
        .isEqualTo("Only two minutes: xyzzy");
  }

  @Test
  void notTodayMeansTheTaskAndItsSteps() {
    String task = task("do the dishes", Map.of("priority", "HIGH"));
    String other = task("xyzzy", Map.of("priority", "LOW"));
    List<String> steps = ids(breakDown(task, Map.of()));
    assertThat(next()).isEqualTo(steps.get(0));
    user.post("tasks/" + steps.get(0) + "/not-today", Map.of());
    assertThat(next()).isEqualTo(other);
    String whole = task("answer emails", Map.of("priority", "HIGH"));
    String first = ids(breakDown(whole, Map.of())).getFirst();
    assertThat(next()).isEqualTo(first);
    user.post("tasks/" + whole + "/not-today", Map.of());
    assertThat(next()).isEqualTo(other);
  }

  private String next() {
    return user.get("tasks/next").body().path("task").path("id").asString();
  }

  @Test
  void refusesWhatCannotBe() {
    String task = task("dishes", Map.of());
    Api.Answer wrong = user.post("tasks/" + task + "/break-down", Map.of("granularity", 6));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().path("errors").path(0).path("field").asString())
        .isEqualTo("granularity");
    assertThat(Api.newUser(port).post("tasks/" + task + "/break-down", Map.of()).status())
        .isEqualTo(404);
    user.post("tasks/" + task + "/complete", Map.of());
    assertThat(user.post("tasks/" + task + "/smaller", Map.of()).status()).isEqualTo(409);
  }

  private String task(String title, Map<String, ?> more) {
    Map<String, Object> task = new java.util.HashMap<>(more);
    task.put("title", title);
    return user.post("tasks", task).body().path("id").asString();
  }

  private JsonNode breakDown(String task, Map<String, ?> body) {
    Api.Answer answer = user.post("tasks/" + task + "/break-down", body);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode smaller(String task) {
    return user.call("POST", "tasks/" + task + "/smaller", null).body();
  }

  private static List<String> ids(JsonNode broken) {
    return each(broken, "id");
  }

  private static List<String> titles(JsonNode broken) {
    return each(broken, "title");
  }

  private static List<String> each(JsonNode broken, String field) {
    return StreamSupport.stream(broken.path("subtasks").spliterator(), false)
        .map(step -> step.path(field).asString())
        .toList();
  }
}
