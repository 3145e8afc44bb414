package app.tdah.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The product's main job, from sign-up to being signed out, over the public API. */
class StoryTests {

  private static final ZoneId ZONE = ZoneId.of(Person.ZONE);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void signsInOnlyAfterTheMailIsConfirmed() {
    Person ana = Person.registered();
    ana.login().expect(401);
    ana.confirmMail();
    JsonNode login = ana.signIn();
    assertThat(login.path("status").asString()).isEqualTo("AUTHENTICATED");
    assertThat(login.path("expiresIn").asInt()).isEqualTo(600);
    assertThat(login.path("user").path("email").asString()).isEqualTo(ana.email);
  }

  @Test
  void aReminderIsCapturedWhileTheAnswerStreams() {
    Person ana = Person.signedUp();
    try (Socket socket = Socket.open(ana, -1)) {
      socket.say(Map.of("content", "remind me to call mom tomorrow at 5pm"));
      JsonNode completed =
          socket.awaitEvent("message.completed", data -> true).path("data").path("message");
      assertThat(socket.events())
          .anyMatch(event -> event.path("type").asString().equals("message.delta"));
      assertThat(socket.events())
          .anyMatch(event -> event.path("type").asString().equals("tool.finished"));
      assertThat(completed.path("content").asString()).isNotBlank();
      assertThat(completed.path("status").asString()).isEqualTo("COMPLETED");
      socket.awaitEvent("task.changed", data -> data.toString().contains("call mom"));
    }
    JsonNode tasks = ana.get("tasks").expect(200).json().path("items");
    assertThat(tasks).hasSize(1);
    assertThat(tasks.get(0).path("title").asString()).isEqualToIgnoringCase("call mom");
    ZonedDateTime due =
        ZonedDateTime.parse(tasks.get(0).path("dueAt").asString()).withZoneSameInstant(ZONE);
    assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(17, 0));
    assertThat(due.toLocalDate()).isEqualTo(LocalDate.now(ZONE).plusDays(1));
    assertThat(ana.get("reminders").expect(200).json().path("items")).hasSize(1);
  }

  @Test
  void aTextMessageIsAnsweredByTextMessage() {
    Person ana = Person.signedUp();
    String phone = ana.addPhone();
    ana.post("tasks/quick-add", Map.of("text", "water the plants ~5m")).expect(201);
    String suite =
        Suite.simulator("GET", "/api/phone/numbers", null)
            .json()
            .path("items")
            .get(0)
            .path("number")
            .asString();
    await()
        .atMost(PATIENCE)
        .until(() -> {
          Suite.simulator(
                  "POST",
                  "/api/phone/messages",
                  Map.of("from", phone, "to", suite, "body", "what's next?"))
              .response();
          return answered(phone, "water the plants", Duration.ofSeconds(5));
        });
  }

  private static boolean answered(String phone, String text, Duration within) {
    try {
      await().atMost(within).until(() -> outbound(phone).anyMatch(message -> holds(message, text)));
      return true;
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      return false;
    }
  }

  private static boolean holds(JsonNode message, String text) {
    return message.path("body").asString().toLowerCase(java.util.Locale.ROOT).contains(text);
  }

  private static java.util.stream.Stream<JsonNode> outbound(String phone) {
    return StreamSupport.stream(Person.messagesOf(phone).spliterator(), false)
        .filter(message -> message.path("direction").asString().startsWith("outbound"));
  }

  @Test
  void theConnectedCalendarAnswersWhatTomorrowHolds() {
    Person ana = Person.signedUp();
    ZonedDateTime ten = LocalDate.now(ZONE).plusDays(1).atTime(10, 0).atZone(ZONE);
    Suite.simulator(
            "POST",
            "/api/google/events",
            Map.of(
                "summary",
                "Dentist",
                "start",
                Map.of("dateTime", ten.toOffsetDateTime().toString()),
                "end",
                Map.of("dateTime", ten.plusHours(1).toOffsetDateTime().toString())))
        .expect(201);
    String authorization =
        ana.post(
                "oauth/initiate", Map.of("provider", "google", "capabilities", List.of("calendar")))
            .expect(200)
            .json()
            .path("authorizationUrl")
            .asString();
    String back =
        Objects.requireNonNull(
            Suite.send("GET", URI.create(authorization + "&auto=approve"), Map.of(), null)
                .header("Location"));
    JsonNode integration =
        ana.post(
                "oauth/callback",
                Map.of("state", query(back, "state"), "code", query(back, "code")))
            .expect(201)
            .json();
    String items = "oauth/integrations/" + integration.path("id").asString() + "/items";
    await()
        .atMost(PATIENCE)
        .until(() -> !ana.get(items).expect(200).json().path("items").isEmpty());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    ana.say("what do I have tomorrow?")
                        .path("assistantMessage")
                        .path("content")
                        .asString())
                .contains("Dentist"));
  }

  private static String query(String url, String name) {
    return java.util.Arrays.stream(URI.create(url).getRawQuery().split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair ->
            java.net.URLDecoder.decode(
                pair.substring(name.length() + 1), java.nio.charset.StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDaysUsageIsCounted() {
    Person ana = Person.signedUp();
    ana.say("hello");
    String today = LocalDate.now(ZONE).toString();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    ana.get("analytics/usage?from=" + today + "&to=" + today + "&granularity=DAY")
                        .expect(200)
                        .text())
                .contains("ai.tokens"));
  }

  @Test
  void aRevokedSessionIsOutAtOnce() {
    Person ana = Person.signedUp();
    try (Socket socket = Socket.open(ana, -1)) {
      await()
          .atMost(PATIENCE)
          .until(() -> !ana.get("sessions").expect(200).json().path("items").isEmpty());
      String id = ana.get("sessions").json().path("items").get(0).path("id").asString();
      ana.delete("sessions/" + id).expect(204);
      assertThat(ana.get("tasks").status()).isEqualTo(401);
      socket.closed().orTimeout(5, TimeUnit.SECONDS).join();
    }
    assertThat(
            await()
                .atMost(PATIENCE)
                .until(() -> Person.refresh(ana.refreshToken()).status(), status -> status != 503))
        .isEqualTo(401);
  }
}
