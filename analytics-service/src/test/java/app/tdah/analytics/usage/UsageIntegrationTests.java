package app.tdah.analytics.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.analytics.IntegrationTest;
import app.tdah.analytics.Race;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.CommunicationEvent.TaskCaptured;
import app.tdah.events.CommunicationEvent.TaskCompleted;
import app.tdah.events.SecurityEvent.LoginFailed;
import app.tdah.events.UserEvent.PreferencesUpdated;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UsageIntegrationTests extends IntegrationTest {

  @Autowired private Rollups rollups;

  @Test
  void sumsMetersPerDayOfTheUser() {
    UUID user = userIn("Asia/Kolkata");
    publish(tokens(user, 100, 7, "2026-11-01T18:29:59Z"));
    publish(tokens(user, 10, 2, "2026-11-01T18:30:00Z"));
    publish(tokens(user, 1, 1, "2026-11-02T12:00:00Z"));
    publish(
        new UsageRecorded(
            user, "sms.segments", 2, "segment", 15_000, "USD", "p1", at("2026-11-02T12:00:00Z")));
    await().atMost(SOON).until(() -> factsOf(user) == 5);

    assertThat(usage(user, "?from=2026-11-01&to=2026-11-02"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"from":"2026-10-31T18:30:00Z","to":"2026-11-02T18:30:00Z","granularity":"DAY",
             "timeZone":"Asia/Kolkata",
             "items":[
              {"start":"2026-10-31T18:30:00Z","meter":"ai.tokens.input","quantity":100,
               "unit":"token","costMicros":7,"currency":"USD"},
              {"start":"2026-11-01T18:30:00Z","meter":"ai.tokens.input","quantity":11,
               "unit":"token","costMicros":3,"currency":"USD"},
              {"start":"2026-11-01T18:30:00Z","meter":"sms.segments","quantity":2,
               "unit":"segment","costMicros":15000,"currency":"USD"}],
             "totals":[
              {"meter":"ai.tokens.input","quantity":111,"unit":"token","costMicros":10,
               "currency":"USD"},
              {"meter":"sms.segments","quantity":2,"unit":"segment","costMicros":15000,
               "currency":"USD"}],
             "activity":[]}
            """);
  }

  @Test
  void cutsHoursAndMonthsToo() {
    UUID user = userIn("Europe/Madrid");
    publish(tokens(user, 1, 0, "2026-10-25T00:30:00Z"));
    publish(tokens(user, 2, 0, "2026-10-25T01:30:00Z"));
    publish(tokens(user, 4, 0, "2026-10-31T23:30:00Z"));
    await().atMost(SOON).until(() -> factsOf(user) == 4);

    assertThat(usage(user, "?from=2026-10-25&to=2026-10-25&granularity=HOUR"))
        .bodyJson()
        .extractingPath("$.items[*].start")
        .asArray()
        .containsExactly("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z");
    assertThat(usage(user, "?from=2026-10-01&to=2026-11-30&granularity=MONTH"))
        .bodyJson()
        .extractingPath("$.items[*].quantity")
        .asArray()
        .containsExactly(3, 4);
  }

  @Test
  void afterAMoveTheDaysAreThoseOfTheNewPlace() {
    UUID user = userIn("UTC");
    publish(tokens(user, 1, 0, "2026-11-01T23:30:00Z"));
    publish(new PreferencesUpdated(user, "es", "Europe/Madrid"));
    await().atMost(SOON).until(() -> factsOf(user) == 3);

    assertThat(usage(user, "?from=2026-11-02&to=2026-11-02"))
        .bodyJson()
        .extractingPath("$.totals[0].quantity")
        .isEqualTo(1);
  }

  @Test
  void showsWhatTheUserDidToday() {
    UUID user = userIn("America/Sao_Paulo");
    publish(new TaskCaptured(user, Ids.next(), "WEB"));
    publish(new TaskCaptured(user, Ids.next(), "CHAT"));
    publish(new TaskCompleted(user, Ids.next()));
    await().atMost(SOON).until(() -> factsOf(user) == 4);

    assertThat(usage(user, ""))
        .bodyJson()
        .extractingPath("$.activity[*].type")
        .asArray()
        .containsExactly(
            "app.tdah.communication.task-captured.v1",
            "app.tdah.communication.task-completed.v1",
            "app.tdah.user.registered.v1");
    assertThat(usage(user, "")).bodyJson().extractingPath("$.activity[0].count").isEqualTo(2);
  }

  @Test
  void keepsFactsOfNobodyToo() {
    String address = "203.0.113." + (Ids.next().hashCode() & 0xff);
    int before = nobodys();
    publish(new LoginFailed(null, address, "unknown-account"));

    await().atMost(SOON).until(() -> nobodys() == before + 1);
  }

  @Test
  void keepsWhatWasUsedAndNothingElse() {
    UUID user = userIn("UTC");
    publish(tokens(user, 12, 34, "2026-11-01T10:00:00Z"));
    await().atMost(SOON).until(() -> factsOf(user) == 2);

    assertThat(
            jdbc.sql(
                    "select meter, quantity, unit, cost_micros, currency, price_version,"
                        + " occurred_at::text as at from event_facts"
                        + " where user_id = ? and meter is not null")
                .param(user)
                .query()
                .singleRow())
        .containsEntry("meter", "ai.tokens.input")
        .containsEntry("quantity", 12L)
        .containsEntry("cost_micros", 34L)
        .containsEntry("price_version", "p1");
    assertThat(
            jdbc.sql("select row_to_json(f)::text from event_facts f where user_id = ?")
                .param(user)
                .query(String.class)
                .list())
        .noneMatch(row -> row.contains("Ana") || row.contains("example.org"));
  }

  @Test
  void losesNoSumHoweverManyAdd() throws InterruptedException {
    UUID user = Ids.next();

    Race.of(
        50,
        () -> {
          rollups.add(tokens(user, 2, 3, "2026-11-01T10:00:00Z"));
          return true;
        });

    assertThat(usage(user, "?from=2026-11-01&to=2026-11-01"))
        .bodyJson()
        .isLenientlyEqualTo("{\"totals\":[{\"quantity\":100,\"costMicros\":150}]}");
  }

  @Test
  void showsNobodyElsesUsage() {
    UUID user = Ids.next();
    rollups.add(tokens(user, 2, 3, "2026-11-01T10:00:00Z"));

    assertThat(usage(Ids.next(), "?from=2026-11-01&to=2026-11-01"))
        .bodyJson()
        .extractingPath("$.items")
        .asArray()
        .isEmpty();
    assertThat(mvc.get().uri("/api/v1/analytics/usage")).hasStatus(401);
  }

  @Test
  void namesTheFieldThatIsWrong() {
    UUID user = Ids.next();

    assertThat(usage(user, "?from=2026-11-02&to=2026-11-01"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[*].field")
        .asArray()
        .containsExactly("to");
    assertThat(usage(user, "?from=soon&to=later"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[*].field")
        .asArray()
        .containsExactlyInAnyOrder("from", "to");
    assertThat(usage(user, "?granularity=WEEK"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("granularity");
  }

  private int nobodys() {
    return jdbc.sql("select count(*) from event_facts where user_id is null")
        .query(Integer.class)
        .single();
  }

  private static UsageRecorded tokens(UUID user, long quantity, long costMicros, String at) {
    return new UsageRecorded(
        user, "ai.tokens.input", quantity, "token", costMicros, "USD", "p1", at(at));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
