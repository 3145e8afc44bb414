package app.tdah.chat.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.focus.FocusEnded;
import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CalibrationIntegrationTests {

  @LocalServerPort private int port;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transactions;
  @Autowired private JdbcClient jdbc;
  @Autowired private Actuals actuals;
  private Api user;

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void focusSessionsAreWhatATaskTook() {
    String task = task(10);
    focused(task, 12);
    focused(task, 18);
    complete(task);
    assertThat(actuals.of(user.userId())).containsExactly(new Sample(10, 30, List.of("work")));
  }

  @Test
  void aSessionThatEndsAfterItsTaskCountsToo() {
    String task = task(10);
    complete(task);
    assertThat(actuals.of(user.userId())).isEmpty();
    focused(task, 15);
    focused(task, 5);
    assertThat(actuals.of(user.userId())).containsExactly(new Sample(10, 20, List.of("work")));
  }

  @Test
  void theTimeFromStartToEndIsTakenWithoutSessions() {
    String task = task(10);
    user.call("PATCH", "tasks/" + task, Map.of("status", "DOING"));
    passed(task, "25 minutes");
    complete(task);
    assertThat(actuals.of(user.userId())).containsExactly(new Sample(10, 25, List.of("work")));
  }

  @Test
  void whatLayOpenForDaysOrWasPausedTeachesNothing() {
    String forgotten = task(10);
    user.call("PATCH", "tasks/" + forgotten, Map.of("status", "DOING"));
    passed(forgotten, "3 days");
    complete(forgotten);
    String paused = task(10);
    user.call("PATCH", "tasks/" + paused, Map.of("status", "DOING"));
    passed(paused, "30 minutes");
    user.call("PATCH", "tasks/" + paused, Map.of("status", "OPEN"));
    complete(paused);
    assertThat(actuals.of(user.userId())).isEmpty();
  }

  @Test
  void anothersTaskOrOneThatIsGoneTeachesNothing() {
    String task = task(10);
    Api other = Api.newUser(port);
    transactions.executeWithoutResult(
        tx -> events.publishEvent(new FocusEnded(other.userId(), UUID.fromString(task), 10)));
    user.call("DELETE", "tasks/" + task, null);
    focused(task, 10);
    assertThat(actuals.of(user.userId())).isEmpty();
    assertThat(actuals.of(other.userId())).isEmpty();
  }

  @Test
  void showsHowMuchLongerThingsTakeAndPlansWithIt() {
    assertThat(user.get("calibration").body().path("factor").asDouble()).isEqualTo(1);
    for (int i = 0; i < 12; i++) {
      String task = task(20);
      focused(task, 60);
      complete(task);
    }
    JsonNode calibration = user.get("calibration").body();
    assertThat(calibration.path("samples").asInt()).isEqualTo(12);
    assertThat(calibration.path("factor").asDouble()).isBetween(2.0, 3.0);
    assertThat(calibration.path("byTag").path(0).path("tag").asString()).isEqualTo("work");
    assertThat(calibration.path("bySize").path(0).path("size").asString()).isEqualTo("MEDIUM");
    task(20);
    assertThat(user.get("tasks/next?minutes=30").body().path("task").isNull()).isTrue();
    JsonNode next = user.get("tasks/next?minutes=60").body();
    assertThat(next.path("likelyMinutes").asInt()).isBetween(40, 60);
    assertThat(next.path("scoreParts").path(0).path("name").asString()).isEqualTo("fit");
  }

  private String task(int minutes) {
    return user.post(
            "tasks", Map.of("title", "t", "estimateMinutes", minutes, "tags", List.of("work")))
        .body()
        .path("id")
        .asString();
  }

  private void complete(String task) {
    assertThat(user.post("tasks/" + task + "/complete", Map.of()).status()).isEqualTo(200);
  }

  private void focused(String task, int minutes) {
    FocusEnded ended = new FocusEnded(user.userId(), UUID.fromString(task), minutes);
    transactions.executeWithoutResult(tx -> events.publishEvent(ended));
  }

  private void passed(String task, String interval) {
    jdbc.sql("update task_work set started_at = started_at - cast(? as interval) where task_id = ?")
        .params(interval, UUID.fromString(task))
        .update();
  }
}
