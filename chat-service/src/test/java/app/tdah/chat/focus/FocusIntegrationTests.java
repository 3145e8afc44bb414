package app.tdah.chat.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.Heard;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(FocusIntegrationTests.Ears.class)
class FocusIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  @Autowired private Heard heard;
  @Autowired private Results results;
  @Autowired private FocusClock clock;
  @Autowired private JdbcClient jdbc;
  private Api user;

  @TestConfiguration
  static class Ears {

    @Bean
    Heard heard() {
      return new Heard();
    }

    @Bean
    Results results() {
      return new Results();
    }
  }

  static class Results {

    private final List<FocusEnded> ended = new CopyOnWriteArrayList<>();

    @EventListener
    void on(FocusEnded event) {
      ended.add(event);
    }
  }

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void oneAtATime() {
    JsonNode first = start(Map.of("mode", "POMODORO"));
    assertThat(Duration.between(moment(first, "startedAt"), moment(first, "endsAt")))
        .isEqualTo(Duration.ofMinutes(25));
    Api.Answer second =
        user.post("focus-sessions", Map.of("mode", "COUNTDOWN", "plannedMinutes", 5));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().path("focusSessionId").asString())
        .isEqualTo(first.path("id").asString());
    user.post(path(first) + "/stop", Map.of());
    assertThat(user.post(path(first) + "/stop", Map.of()).status()).isEqualTo(409);
    start(Map.of("mode", "FLOW"));
    JsonNode all = user.get("focus-sessions").body();
    assertThat(all.path("items")).hasSize(2);
    assertThat(all.path("current").path("mode").asString()).isEqualTo("FLOW");
    assertThat(Api.newUser(port).get(path(first)).status()).isEqualTo(404);
  }

  @Test
  void theServersClockEndsItOnceAndTellsTheResult() {
    String task = user.post("tasks", Map.of("title", "write")).body().path("id").asString();
    JsonNode session = start(Map.of("mode", "COUNTDOWN", "plannedMinutes", 20, "taskId", task));
    UUID id = UUID.fromString(session.path("id").asString());
    clock.ring(id);
    assertThat(status(session)).isEqualTo("RUNNING");
    passed(id, 12);
    clock.ring(id);
    clock.ring(id);
    await().atMost(PATIENCE).until(() -> asked() == 1);
    passed(id, 10);
    clock.ring(id);
    clock.ring(id);
    assertThat(status(session)).isEqualTo("COMPLETED");
    assertThat(results.ended).contains(new FocusEnded(user.userId(), UUID.fromString(task), 20));
    await().atMost(PATIENCE).until(() -> asked() == 2);
  }

  @Test
  void anAlarmEndsWhatIsOver() {
    JsonNode session = start(Map.of("mode", "POMODORO"));
    UUID id = UUID.fromString(session.path("id").asString());
    passed(id, 30);
    // A session that goes on sets its alarms anew.
    user.post(path(session) + "/pause", Map.of());
    user.post(path(session) + "/resume", Map.of());
    await().atMost(PATIENCE).until(() -> status(session).equals("COMPLETED"));
  }

  @Test
  void isPausedExtendedAndTalkedTo() {
    JsonNode session = start(Map.of("mode", "POMODORO", "plannedMinutes", 10, "checkInBy", "SMS"));
    assertThat(post(session, "pause", Map.of()).path("status").asString()).isEqualTo("PAUSED");
    assertThat(post(session, "resume", Map.of()).path("status").asString()).isEqualTo("RUNNING");
    assertThat(post(session, "extend", Map.of("minutes", 5)).path("plannedMinutes").asInt())
        .isEqualTo(15);
    post(session, "check-in", Map.of("note", "going well"));
    post(session, "distractions", Map.of("text", "look up that song"));
    assertThat(user.get(path(session)).body().path("distractions").path(0).path("text").asString())
        .isEqualTo("look up that song");
    await().atMost(PATIENCE).until(() -> asked() == 1);
    assertThat(
            user.post("focus-sessions", Map.of("mode", "COUNTDOWN"))
                .body()
                .path("errors")
                .path(0)
                .path("field")
                .asString())
        .isEqualTo("plannedMinutes");
    assertThat(user.post(path(session) + "/extend", Map.of("minutes", 0)).status()).isEqualTo(400);
  }

  private JsonNode start(Map<String, ?> body) {
    Api.Answer answer = user.post("focus-sessions", body);
    assertThat(answer.status()).isEqualTo(201);
    return answer.body();
  }

  private JsonNode post(JsonNode session, String action, Map<String, ?> body) {
    return user.post(path(session) + "/" + action, body).body();
  }

  private void passed(UUID id, int minutes) {
    jdbc.sql(
            "update focus_sessions set started_at = started_at - make_interval(mins => ?), ends_at"
                + " = ends_at - make_interval(mins => ?), version = version + 1 where id = ?")
        .params(minutes, minutes, id)
        .update();
  }

  private long asked() {
    return heard.of(NotificationRequested.class, user.userId()).size();
  }

  private String status(JsonNode session) {
    return user.get(path(session)).body().path("status").asString();
  }

  private static String path(JsonNode session) {
    return "focus-sessions/" + session.path("id").asString();
  }

  private static Instant moment(JsonNode session, String field) {
    return Instant.parse(session.path(field).asString());
  }
}
