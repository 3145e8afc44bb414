package app.tdah.chat.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.IntegrationEvent.ItemSynced;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Days are planned ahead, so that the hour at which the tests run does not matter. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PlanDayIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(2);

  @LocalServerPort private int port;
  @Autowired private EventPublisher events;
  @Autowired private FieldCipher cipher;
  @Autowired private TransactionTemplate transactions;
  private Api user;

  @BeforeEach
  void somebody() {
    user = Api.newUser(port);
  }

  @Test
  void proposesAFewBlocksBetweenTheEventsOfTheCalendar() {
    event("standup", 9, 15, 60);
    event("lunch", 12, 0, 60);
    for (int i = 0; i < 7; i++) {
      task("task " + i, 30);
    }
    task("novel", 600);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(propose().path("busy")).hasSize(2));
    JsonNode plan = propose();
    assertThat(plan.path("blocks")).hasSize(4);
    List<Instant[]> taken = new ArrayList<>();
    plan.path("busy").forEach(busy -> taken.add(span(busy)));
    plan.path("blocks").forEach(block -> taken.add(span(block)));
    for (Instant[] one : taken) {
      for (Instant[] other : taken) {
        assertThat(one == other || !one[0].isBefore(other[1]) || !other[0].isBefore(one[1]))
            .isTrue();
      }
    }
    plan.path("blocks")
        .forEach(block -> {
          assertThat(span(block)[0]).isAfterOrEqualTo(at(9, 0));
          assertThat(span(block)[1]).isBeforeOrEqualTo(at(18, 0));
          assertThat(block.path("accepted").asBoolean()).isFalse();
          assertThat(block.path("why").asString()).isNotBlank();
        });
  }

  @Test
  void acceptingSetsTheStartsAndIsSeenAgain() {
    String first = task("first", 30);
    task("second", 45);
    JsonNode accepted = user.post("plan/day", Map.of("date", day.toString())).body();
    assertThat(accepted.path("blocks")).hasSize(2);
    assertThat(accepted.path("blocks").path(0).path("accepted").asBoolean()).isTrue();
    assertThat(start(first)).isEqualTo(at(9, 0));
    JsonNode again = user.post("plan/day", Map.of("date", day.toString())).body();
    assertThat(again).isEqualTo(propose());
    assertThat(again.path("blocks").path(0).path("task").path("version").asInt()).isEqualTo(1);
    Map<String, String> moved = Map.of("taskId", first, "startAt", at(15, 0).toString());
    user.post("plan/day", Map.of("date", day.toString(), "blocks", List.of(moved)));
    assertThat(start(first)).isEqualTo(at(15, 0));
  }

  @Test
  void aWrongFieldIsNamed() {
    String task = task("t", 10);
    String other = at(9, 0).plus(Duration.ofDays(3)).toString();
    Api.Answer wrong =
        user.post(
            "plan/day",
            Map.of(
                "date",
                day.toString(),
                "blocks",
                List.of(Map.of("taskId", task, "startAt", other))));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(field(wrong)).isEqualTo("blocks[0].startAt");
    assertThat(user.post("plan/day", Map.of("blocks", List.of(Map.of()))).status()).isEqualTo(400);
    assertThat(field(user.get("plan/day?date=2020-01-01"))).isEqualTo("date");
    assertThat(user.get("plan/day?date=soon").status()).isEqualTo(400);
    Map<String, String> strange =
        Map.of("taskId", UUID.randomUUID().toString(), "startAt", at(9, 0).toString());
    assertThat(
            user.post("plan/day", Map.of("date", day.toString(), "blocks", List.of(strange)))
                .status())
        .isEqualTo(404);
  }

  @Test
  void windingDownCarriesOverAndLeavesOneThingForTomorrow() {
    String done = task("done", 10);
    user.post("tasks/" + done + "/complete", Map.of());
    String late =
        id(
            user.post(
                "tasks",
                Map.of("title", "late", "dueDate", LocalDate.now(ZoneOffset.UTC).toString())));
    String important = id(user.post("tasks", Map.of("title", "new", "priority", "LOW")));
    JsonNode shown = user.get("plan/wind-down").body();
    assertThat(shown.path("done").path(0).path("id").asString()).isEqualTo(done);
    assertThat(shown.path("carriesOver")).hasSize(1);
    assertThat(shown.path("tomorrow").path("id").asString()).isEqualTo(late);
    assertThat(shown.path("chosen").asBoolean()).isFalse();
    JsonNode ended = user.post("plan/wind-down", Map.of("tomorrow", important)).body();
    assertThat(ended.path("carriesOver")).isEmpty();
    assertThat(ended.path("tomorrow").path("id").asString()).isEqualTo(important);
    assertThat(ended.path("chosen").asBoolean()).isTrue();
    JsonNode again = user.call("POST", "plan/wind-down", null).body();
    assertThat(again).isEqualTo(user.get("plan/wind-down").body());
    assertThat(again.path("tomorrow").path("version"))
        .isEqualTo(ended.path("tomorrow").path("version"));
    assertThat(user.get("tasks/" + late).body().path("status").asString()).isEqualTo("OPEN");
    assertThat(
            user.post("plan/wind-down", Map.of("tomorrow", UUID.randomUUID().toString())).status())
        .isEqualTo(404);
  }

  private JsonNode propose() {
    return user.get("plan/day?date=" + day).body();
  }

  private String task(String title, int minutes) {
    return id(user.post("tasks", Map.of("title", title, "estimateMinutes", minutes)));
  }

  private static String id(Api.Answer answer) {
    return answer.body().path("id").asString();
  }

  private static String field(Api.Answer answer) {
    return answer.body().path("errors").path(0).path("field").asString();
  }

  private Instant start(String task) {
    return Instant.parse(user.get("tasks/" + task).body().path("startAt").asString());
  }

  private Instant at(int hour, int minute) {
    return day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
  }

  private static Instant[] span(JsonNode block) {
    return new Instant[] {
      Instant.parse(block.path("startAt").asString()), Instant.parse(block.path("endAt").asString())
    };
  }

  private void event(String title, int hour, int minute, int minutes) {
    Instant start = at(hour, minute);
    String data =
        "{\"title\":\"%s\",\"startAt\":\"%s\",\"endAt\":\"%s\",\"status\":\"confirmed\"}"
            .formatted(title, start, start.plus(Duration.ofMinutes(minutes)));
    ItemSynced synced =
        new ItemSynced(
            user.userId(), UUID.randomUUID(), "google", title, "CALENDAR_EVENT", cipher.seal(data));
    transactions.executeWithoutResult(status -> events.publish(synced));
  }
}
