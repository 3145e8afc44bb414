package app.tdah.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.person.People;
import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.Heard;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.CommunicationEvent.SmsReceived;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.events.CommunicationEvent.TaskCaptured;
import app.tdah.events.DomainEvent;
import app.tdah.events.IntegrationEvent.Disconnected;
import app.tdah.events.IntegrationEvent.ItemRemoved;
import app.tdah.events.IntegrationEvent.ItemSynced;
import app.tdah.events.UserEvent.PreferencesUpdated;
import app.tdah.events.UserEvent.Registered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The local model with its tools, as users meet it on the web and by text message. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(LocalAssistantIntegrationTests.Ears.class)
class LocalAssistantIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private FieldCipher cipher;
  @Autowired private EventPublisher events;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Heard heard;
  private Api user;

  @BeforeEach
  void someoneInSaoPaulo() {
    user = Api.newUser(port);
    publish(
        new Registered(user.userId(), cipher.seal("ana@example.com"), "Ana", "en", ZONE.getId()));
    await().atMost(PATIENCE).until(() -> people.zoneOf(user.userId()).equals(ZONE));
  }

  @Test
  void aReminderIsATaskToo() {
    JsonNode answer = user.say("remind me to call mom tomorrow at 5pm").path("assistantMessage");

    assertThat(answer.path("content").asString())
        .containsIgnoringCase("call mom, tomorrow at 5 pm");
    assertThat(answer.path("toolCalls").get(0).path("name").asString())
        .isEqualTo("create_reminder");
    JsonNode tasks = user.get("tasks").body().path("items");
    assertThat(tasks).hasSize(1);
    assertThat(tasks.get(0).path("title").asString()).isEqualToIgnoringCase("call mom");
    Instant due =
        LocalDate.now(ZONE).plusDays(1).atTime(LocalTime.of(17, 0)).atZone(ZONE).toInstant();
    assertThat(Instant.parse(tasks.get(0).path("dueAt").asString())).isEqualTo(due);
    JsonNode reminders = user.get("reminders").body().path("items");
    assertThat(reminders).hasSize(1);
    assertThat(reminders.get(0).path("taskId")).isEqualTo(tasks.get(0).path("id"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(heard.of(TaskCaptured.class, user.userId()))
                .extracting(TaskCaptured::source)
                .containsExactly("CHAT"));
  }

  @Test
  void oneTaskAtATime() {
    assertThat(user.answer("what's next?")).contains("Nothing is waiting");
    assertThat(user.answer("buy milk ~5m")).contains("Got it: buy milk");
    assertThat(user.answer("what's next?")).contains("Next: buy milk", "About 5 minutes");
    assertThat(user.answer("my tasks")).contains("- buy milk");
    assertThat(user.answer("done with the groceries")).contains("no open task like that");
    assertThat(user.answer("done with the milk")).contains("Done: buy milk");
    assertThat(user.get("tasks").body().path("items")).isEmpty();
  }

  @Test
  void answersInTheLanguageOfTheQuestion() {
    assertThat(user.answer("who are you?")).contains("local model");
    assertThat(user.answer("¿quién eres?")).contains("modelo local: reglas");
    assertThat(user.answer("quem é você?")).contains("modelo local: regras");
    assertThat(user.answer("recuérdame llamar a mamá mañana a las 17:00"))
        .contains("mañana a las 17:00");
    assertThat(user.answer("me lembre de pagar a conta amanhã às 9:30")).contains("amanhã às 9:30");
    assertThat(user.answer("xyzzy plugh")).contains("I did not understand");
  }

  @Test
  void tomorrowMergesCalendarsAndTasks() {
    UUID integration = UUID.randomUUID();
    LocalDate tomorrow = LocalDate.now(ZONE).plusDays(1);
    Instant ten = tomorrow.atTime(10, 0).atZone(ZONE).toInstant();
    synced(integration, "1", "Dentist", ten, null);
    synced(integration, "2", "Holiday", null, tomorrow);
    synced(integration, "3", "Later", ten.plus(Duration.ofDays(1)), null);
    user.say("pay rent tomorrow 9am");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(user.answer("what do I have tomorrow?"))
                .startsWith("Tomorrow:")
                .contains("- Holiday, all day", "- 10 am Dentist (Room 1)", "- 9 am pay rent")
                .doesNotContain("Later"));

    publish(new ItemRemoved(user.userId(), integration, "google", "1"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(user.answer("what do I have tomorrow?")).doesNotContain("Dentist"));
    publish(new Disconnected(user.userId(), integration, "google"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(user.answer("what do I have tomorrow?")).doesNotContain("Holiday"));
  }

  @Test
  void aTextMessageIsAnsweredByTextMessage() {
    user.say("add water the plants ~5m");
    text("what's next?");
    await().atMost(PATIENCE).until(() -> texts().size() == 1);
    assertThat(texts().getFirst()).contains("water the plants");

    text("remind me to stretch tomorrow at 4pm");
    await().atMost(PATIENCE).until(() -> texts().size() == 2);
    assertThat(texts().getLast()).contains("stretch, tomorrow at 4 pm");
    assertThat(user.get("reminders").body().path("items")).hasSize(1);

    List<String> channels =
        user.get("chat/conversations")
            .body()
            .path("items")
            .valueStream()
            .map(conversation -> conversation.path("channel").asString())
            .toList();
    assertThat(channels).containsExactlyInAnyOrder("SMS", "WEB");
  }

  @Test
  void preferencesChangeWhatTomorrowMeans() {
    publish(new PreferencesUpdated(user.userId(), "es", "Europe/Madrid"));
    await()
        .atMost(PATIENCE)
        .until(() -> people.zoneOf(user.userId()).equals(ZoneId.of("Europe/Madrid")));
    assertThat(people.localeOf(user.userId()).getLanguage()).isEqualTo("es");
  }

  private void synced(UUID integration, String id, String title, Instant at, LocalDate on) {
    String data =
        "{\"title\":\"%s\",\"startAt\":%s,\"endAt\":%s,\"startDate\":%s,\"endDate\":null,"
                .formatted(
                    title, quoted(at), quoted(at == null ? null : at.plusSeconds(1800)), quoted(on))
            + "\"location\":%s,\"url\":null,\"status\":\"confirmed\"}"
                .formatted(quoted(at == null ? null : "Room 1"));
    publish(
        new ItemSynced(
            user.userId(), integration, "google", id, "CALENDAR_EVENT", cipher.seal(data)));
  }

  private static String quoted(Object value) {
    return value == null ? "null" : "\"" + value + "\"";
  }

  private void text(String body) {
    publish(
        new SmsReceived(
            user.userId(),
            "SM" + UUID.randomUUID(),
            cipher.seal("+14155550100"),
            cipher.seal(body),
            Instant.now()));
  }

  private List<String> texts() {
    return heard.of(SmsRequested.class, user.userId()).stream()
        .filter(request -> request.purpose().equals("CONVERSATION") && request.to() == null)
        .map(request -> cipher.open(request.body()))
        .toList();
  }

  private void publish(DomainEvent event) {
    transactions.executeWithoutResult(status -> events.publish(event));
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Ears {
    @Bean
    Heard heard() {
      return new Heard();
    }
  }
}
