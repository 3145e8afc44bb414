package app.tdah.chat.routine;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RoutinesIntegrationTests {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private Api user;

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void stepsAreDoneAndUndoneForToday() {
    JsonNode routine = morning(Map.of());
    assertThat(routine.path("strength").asDouble()).isZero();
    assertThat(routine.path("days")).hasSize(7);
    JsonNode half = user.post(step(routine, 0), Map.of()).body();
    user.post(step(routine, 0), Map.of());
    assertThat(half.path("steps").path(0).path("doneToday").asBoolean()).isTrue();
    assertThat(half.path("doneToday").asBoolean()).isFalse();
    assertThat(half.path("strength").asDouble()).isPositive();
    JsonNode whole = user.post(step(routine, 1), Map.of()).body();
    assertThat(whole.path("doneToday").asBoolean()).isTrue();
    assertThat(whole.path("strength").asDouble()).isGreaterThan(half.path("strength").asDouble());
    user.call("DELETE", step(routine, 0), null);
    user.call("DELETE", step(routine, 1), null);
    assertThat(user.get(path(routine)).body().path("strength").asDouble()).isZero();
  }

  @Test
  void aMissedDayLowersTheStrengthGently() {
    JsonNode routine = morning(Map.of());
    UUID id = UUID.fromString(routine.path("id").asString());
    jdbc.sql("update routines set created_at = created_at - interval '30 days' where id = ?")
        .param(id)
        .update();
    jdbc.sql(
            "insert into routine_days (routine_id, on_day, user_id, done, steps)"
                + " select ?, current_date - d, ?, 2, 2 from generate_series(2, 30) d")
        .params(id, user.userId())
        .update();
    double missed = user.get(path(routine)).body().path("strength").asDouble();
    assertThat(missed).isBetween(0.75, 0.9);
  }

  @Test
  void theReminderFollowsTheRoutine() {
    JsonNode routine = morning(Map.of("time", "07:30", "days", List.of("MO", "WE")));
    assertThat(routine.path("time").asString()).isEqualTo("07:30");
    JsonNode reminder = reminders().path(0);
    assertThat(reminder.path("text").asString()).isEqualTo("morning");
    assertThat(reminder.path("recurrence").asString()).isEqualTo("FREQ=WEEKLY;BYDAY=MO,WE");
    assertThat(Instant.parse(reminder.path("dueAt").asString())).isAfter(Instant.now());
    user.call("PATCH", path(routine), Map.of("time", "08:15"));
    assertThat(reminders()).hasSize(1);
    assertThat(reminders().path(0).path("dueAt").asString()).contains("T08:15:00Z");
    user.call("DELETE", "reminders/" + reminders().path(0).path("id").asString(), null);
    assertThat(user.call("PATCH", path(routine), Map.of("time", "09:00")).status()).isEqualTo(200);
    assertThat(reminders()).hasSize(1);
    assertThat(user.call("DELETE", path(routine), null).status()).isEqualTo(204);
    assertThat(reminders()).isEmpty();
    assertThat(user.get(path(routine)).status()).isEqualTo(404);
  }

  @Test
  void aPatchKeepsTheHistoryOfStepsThatStay() {
    JsonNode routine = morning(Map.of());
    user.post(step(routine, 0), Map.of());
    Map<String, Object> stays =
        Map.of("id", routine.path("steps").path(0).path("id").asString(), "title", "big glass");
    JsonNode patched =
        user.call(
                "PATCH",
                path(routine),
                Map.of("steps", List.of(Map.of("title", "new", "minutes", 3), stays)))
            .body();
    assertThat(patched.path("steps").path(0).path("title").asString()).isEqualTo("new");
    assertThat(patched.path("steps").path(1).path("title").asString()).isEqualTo("big glass");
    assertThat(patched.path("steps").path(1).path("doneToday").asBoolean()).isTrue();
    assertThat(patched.path("version").asInt()).isEqualTo(1);
  }

  @Test
  void theSameClientMadeIdMakesOne() {
    Map<String, Object> id = Map.of("id", UUID.randomUUID().toString());
    morning(id);
    morning(id);
    assertThat(user.get("routines").body().path("items")).hasSize(1);
    Map<String, Object> body = new HashMap<>(id);
    body.putAll(Map.of("name", "x", "steps", List.of(Map.of("title", "y"))));
    assertThat(Api.newUser(port).post("routines", body).status()).isEqualTo(404);
  }

  @Test
  void aWrongFieldIsNamed() {
    JsonNode routine = morning(Map.of());
    for (Map<String, Object> patch :
        List.<Map<String, Object>>of(
            Map.of("name", " "),
            Map.of("days", List.of("XX")),
            Map.of("days", List.of()),
            Map.of("time", "25:00"),
            Map.of("remind", "yes"),
            Map.of("steps", List.of()),
            Map.of("steps", Arrays.asList((Object) null)),
            Map.of("steps", List.of(Map.of("title", "x", "minutes", 0))),
            Map.of("steps", List.of(Map.of("title", "x", "id", UUID.randomUUID().toString()))))) {
      Api.Answer answer = user.call("PATCH", path(routine), patch);
      assertThat(answer.status()).as(patch.toString()).isEqualTo(400);
      assertThat(answer.body().path("errors").path(0).path("field").asString())
          .startsWith(patch.keySet().iterator().next());
    }
    assertThat(user.post("routines", Map.of("name", "x")).status()).isEqualTo(400);
    assertThat(Api.newUser(port).post(step(routine, 0), Map.of()).status()).isEqualTo(404);
    assertThat(
            user.post(path(routine) + "/steps/" + UUID.randomUUID() + "/complete", Map.of())
                .status())
        .isEqualTo(404);
  }

  private JsonNode morning(Map<String, ?> more) {
    Map<String, Object> routine = new HashMap<>(more);
    routine.put("name", "morning");
    routine.put("steps", List.of(Map.of("title", "water"), Map.of("title", "pills")));
    Api.Answer answer = user.post("routines", routine);
    assertThat(answer.status()).isEqualTo(201);
    return answer.body();
  }

  private JsonNode reminders() {
    return user.get("reminders").body().path("items");
  }

  private static String path(JsonNode routine) {
    return "routines/" + routine.path("id").asString();
  }

  private static String step(JsonNode routine, int index) {
    return path(routine)
        + "/steps/"
        + routine.path("steps").path(index).path("id").asString()
        + "/complete";
  }
}
