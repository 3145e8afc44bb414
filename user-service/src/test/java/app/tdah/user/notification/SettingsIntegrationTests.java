package app.tdah.user.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.user.IntegrationTest;
import app.tdah.user.Race;
import app.tdah.user.TestMail;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

class SettingsIntegrationTests extends IntegrationTest {

  private static final String PATH = "/users/me/notification-settings";
  private static final String SETTINGS =
      """
      {"email":true,"push":false,"sms":true,"inApp":false,"digest":"DAILY","digestAt":"07:30",
       "categories":{"security":{"email":true,"push":false,"sms":false},
         "reminders":{"email":true,"push":false,"sms":false},
         "product":{"email":true,"push":false,"sms":true}}}
      """;

  @Autowired private SendDigests digests;

  @Test
  void startsWithSettingsThatSuitMost() {
    assertThat(get(register("Ana", "en"), PATH))
        .hasStatusOk()
        .hasHeader("ETag", "\"0\"")
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"email":true,"push":true,"sms":true,"inApp":true,"digest":"OFF","digestAt":"08:00",
             "categories":{"security":{"email":true,"push":true,"sms":false},
               "reminders":{"email":true,"push":true,"sms":true},
               "product":{"email":true,"push":true,"sms":false}},"version":0}
            """);
  }

  @Test
  void keepsWhatTheUserSets() {
    UUID user = register("Ana", "en");

    assertThat(as(user, HttpMethod.PUT, PATH).content(SETTINGS).header("If-Match", "\"0\""))
        .hasStatusOk()
        .hasHeader("ETag", "\"1\"");
    assertThat(get(user, PATH)).bodyJson().isLenientlyEqualTo(SETTINGS);
    assertThat(as(user, HttpMethod.PUT, PATH).content(SETTINGS).header("If-Match", "\"0\""))
        .hasStatus(412);
  }

  @Test
  void securityCannotBeSwitchedOff() {
    UUID user = register("Ana", "en");
    String silent =
        SETTINGS.replace("\"security\":{\"email\":true", "\"security\":{\"email\":false");

    assertThat(as(user, HttpMethod.PUT, PATH).content(silent))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("categories.security.email");
    assertThat(as(user, HttpMethod.PUT, PATH).content("{\"email\":true}")).hasStatus(400);
  }

  @Test
  void whatCanWaitComesInOneDailyMailHoweverManyReplicasSendIt() throws Exception {
    UUID user = register("Ana", "en");
    as(user, HttpMethod.PUT, PATH).content(SETTINGS).exchange();
    UUID first = notify(user, "export-ready", "{\"link\":\"http://localhost:8080/one\"}");
    UUID second = notify(user, "export-failed", "{}");
    await()
        .atMost(SOON)
        .until(() -> statusOf(first).equals("DIGEST") && statusOf(second).equals("DIGEST"));
    assertThat(secondsUntilNext(first)).isBetween(0.0, Duration.ofHours(25).toSeconds() * 1.0);
    digests.sendWhatIsDue();
    assertThat(statusOf(first)).isEqualTo("DIGEST");
    due(user);

    Race.of(
        8,
        () -> {
          digests.sendWhatIsDue();
          return true;
        });

    await().atMost(SOON).until(() -> TestMail.to(addressOf(user)).size() == 1);
    assertThat(TestMail.to(addressOf(user)).getFirst().getSubject())
        .isEqualTo("Your daily summary");
    MimeMultipart parts = (MimeMultipart) TestMail.to(addressOf(user)).getFirst().getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains(
            "Your data is ready",
            "http://localhost:8080/one",
            "Your data could not be put together");
    assertThat(statusOf(first)).isEqualTo("SUMMARIZED");
    assertThat(statusOf(second)).isEqualTo("SUMMARIZED");
    assertThat(
            jdbc.sql("select count(*) from deliveries where user_id = ? and channel = 'EMAIL'")
                .param(user)
                .query(Integer.class)
                .single())
        .isEqualTo(3);
    assertThat(
            jdbc.sql("select count(*) from notifications where user_id = ? and variables is null")
                .param(user)
                .query(Integer.class)
                .single())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void quietHoursHoldWhatCanWaitAndNotSecurity() {
    UUID user = register("Ana", "en");
    LocalTime now = LocalTime.now(ZoneOffset.UTC);
    as(user, HttpMethod.PUT, "/users/me/preferences")
        .content(
            "{\"locale\":\"en\",\"timeZone\":\"UTC\",\"quietHours\":{\"start\":\"%s\",\"end\":\"%s\"}}"
                .formatted(hour(now.minusHours(1)), hour(now.plusHours(2))))
        .exchange();

    UUID held = notify(user, "export-ready", "{\"link\":\"http://localhost:8080/one\"}");
    UUID urgent = notify(user, "password-changed", "{}");

    await().atMost(SOON).until(() -> statusOf(urgent).equals("SENT"));
    assertThat(statusOf(held)).isEqualTo("PENDING");
    assertThat(secondsUntilNext(held)).isGreaterThan(3000.0);
    assertThat(TestMail.to(addressOf(user))).hasSize(1);
    due(user);
    await().atMost(SOON).until(() -> statusOf(held).equals("SENT"));
  }

  @Test
  void theSameWordsAreSaidOnceInAWhile() {
    UUID user = register("Ana", "en");
    String here = "{\"device\":\"Firefox\",\"address\":\"192.0.2.7\",\"place\":\"Lisbon\"}";
    UUID first = notify(user, "new-device", here);
    notify(user, "new-device", here);
    UUID other = notify(user, "new-device", here.replace("Lisbon", "Porto"));

    await()
        .atMost(SOON)
        .until(() -> statusOf(other).equals("SENT") && statusOf(first).equals("SENT"));
    assertThat(TestMail.to(addressOf(user))).hasSize(2);
    assertThat(get(user, "/notifications"))
        .bodyJson()
        .extractingPath("$.items")
        .asArray()
        .hasSize(2);

    jdbc.sql("update notifications set created_at = created_at - interval '1 h' where user_id = ?")
        .param(user)
        .update();
    UUID later = notify(user, "new-device", here);
    await().atMost(SOON).until(() -> statusOf(later).equals("SENT"));
  }

  @Test
  void countsAndReadsWhatTheAppShows() {
    UUID user = register("Ana", "en");
    for (int i = 0; i < 3; i++) {
      notify(user, "factor-changed", "{\"factor\":\"PASSKEY\",\"change\":\"ADDED\"}");
    }
    await().atMost(SOON).until(() -> unread(user) == 3);
    assertThat(get(user, "/notifications?limit=1"))
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"items":[{"template":"factor-changed","category":"SECURITY","body":"Passkey: added",
              "title":"The way you sign in has changed",
              "link":"http://localhost:8080/security","readAt":null}],"unread":3}
            """);

    assertThat(post(register("Eve", "en"), "/notifications/read-all", "")).hasStatusOk();
    assertThat(unread(user)).isEqualTo(3);
    assertThat(post(user, "/notifications/read-all", ""))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.unread")
        .isEqualTo(0);
    assertThat(get(user, "/notifications")).bodyJson().extractingPath("$.unread").isEqualTo(0);
  }

  @Test
  void pagesThroughTheDeliveryLogOfTheUserAlone() throws Exception {
    UUID user = register("Ana", "en");
    UUID id = notify(user, "password-changed", "{}");
    await().atMost(SOON).until(() -> statusOf(id).equals("SENT"));

    var first = get(user, "/users/me/notification-deliveries?limit=1").exchange();
    assertThat(first).bodyJson().extractingPath("$.items[0].channel").isEqualTo("EMAIL");
    String cursor =
        com.jayway.jsonpath.JsonPath.read(first.getResponse().getContentAsString(), "$.nextCursor");
    assertThat(get(user, "/users/me/notification-deliveries?limit=1&cursor=" + cursor))
        .bodyJson()
        .isLenientlyEqualTo("{\"items\":[{\"channel\":\"IN_APP\"}],\"nextCursor\":null}");
    assertThat(get(register("Eve", "en"), "/users/me/notification-deliveries"))
        .bodyJson()
        .extractingPath("$.items")
        .asArray()
        .isEmpty();
  }

  @Test
  void textsAreToldOnceWithTheirDelivery() {
    UUID user = register("Ana", "en");
    jdbc.sql(
            """
            insert into phone_numbers (id, user_id, number, number_index, verified_at, is_primary,
              code_attempts, created_at) values (?, ?, ?, ?, now(), true, 0, now())
            """)
        .params(
            Ids.next(),
            user,
            cipher.encrypt("+34612345678", "column"),
            cipher.blindIndex(user.toString()))
        .update();
    as(user, HttpMethod.PUT, PATH)
        .content(
            SETTINGS.replace(
                "\"security\":{\"email\":true,\"push\":false,\"sms\":false}",
                "\"security\":{\"email\":true,\"push\":false,\"sms\":true}"))
        .exchange();

    notify(user, "threat", "{\"text\":\"Many wrong codes\"}");

    await().atMost(SOON).until(() -> events.of(SmsRequested.class, user).size() == 1);
    assertThat(cipher.open(events.of(SmsRequested.class, user).getFirst().body()))
        .isEqualTo("Please look at your account: We saw something unusual:\nMany wrong codes");
  }

  private UUID notify(UUID user, String template, String variables) {
    UUID id = Ids.next();
    publish(new NotificationRequested(user, id, template, null, cipher.seal(variables)));
    return id;
  }

  private void due(UUID user) {
    jdbc.sql(
            "update deliveries set next_attempt_at = now() - interval '1 s'"
                + " where user_id = ? and status in ('DIGEST', 'PENDING')")
        .param(user)
        .update();
  }

  private String statusOf(UUID notification) {
    return jdbc.sql("select status from deliveries where notification_id = ? and channel = 'EMAIL'")
        .param(notification)
        .query(String.class)
        .optional()
        .orElse("NONE");
  }

  private double secondsUntilNext(UUID notification) {
    return jdbc.sql(
            "select extract(epoch from next_attempt_at - now()) from deliveries"
                + " where notification_id = ? and channel = 'EMAIL'")
        .param(notification)
        .query(Double.class)
        .single();
  }

  private int unread(UUID user) {
    try {
      return com.jayway.jsonpath.JsonPath.read(
          get(user, "/notifications/unread-count").exchange().getResponse().getContentAsString(),
          "$.unread");
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static String hour(LocalTime time) {
    return time.format(DateTimeFormatter.ofPattern("HH:mm"));
  }
}
