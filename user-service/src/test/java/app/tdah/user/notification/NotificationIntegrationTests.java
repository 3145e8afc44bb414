package app.tdah.user.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.ids.Ids;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.CommunicationEvent.NotificationDelivered;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.user.IntegrationTest;
import app.tdah.user.TestMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.jayway.jsonpath.JsonPath;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class NotificationIntegrationTests extends IntegrationTest {

  @AfterEach
  void mailIsBack() {
    TestMail.up();
  }

  @Test
  void mailsALinkInTheUsersLanguage() throws Exception {
    UUID user = register("Ana", "es");
    UUID id = verification(user, "new@" + user + ".example.org");

    MimeMessage mail = mailTo("new@" + user + ".example.org");

    assertThat(mail.getSubject()).isEqualTo("Confirma tu correo electrónico");
    assertThat(mail.getMessageID()).isEqualTo("<" + id + "@localhost>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("Te damos la bienvenida, Ana")
        .contains("http://localhost:8080/verify-email?token=t0k3n");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("href=\"http://localhost:8080/verify-email?token=t0k3n\"");
  }

  @Test
  void tellsThatMailWentOutAndWhatItUsed() {
    UUID user = register("Ana", "en");
    UUID id = verification(user, addressOf(user));

    await().atMost(SOON).until(() -> events.of(UsageRecorded.class, user).size() == 1);

    assertThat(events.of(UsageRecorded.class, user).getFirst().meter()).isEqualTo("email.messages");
    await()
        .atMost(SOON)
        .until(() ->
            events
                .of(NotificationDelivered.class, user)
                .equals(
                    List.of(new NotificationDelivered(user, id, "email-verification", "EMAIL"))));
  }

  @Test
  void forgetsTokensOnceTheyAreSent() {
    UUID user = register("Ana", "en");
    UUID id = verification(user, addressOf(user));

    await().atMost(SOON).until(() -> statusOf(id).equals("SENT"));

    assertThat(
            jdbc.sql(
                    "select count(*) from notifications"
                        + " where id = ? and variables is null and recipient is null")
                .param(id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(get(user, "/notifications"))
        .bodyJson()
        .extractingPath("$.items")
        .asArray()
        .isEmpty();
  }

  @Test
  void theLastWordLeavesNoTrace() throws Exception {
    UUID user = Ids.next();
    publish(
        new NotificationRequested(
            user,
            Ids.next(),
            "erased",
            cipher.seal(addressOf(user)),
            cipher.seal("{\"locale\":\"pt\"}")));

    assertThat(mailTo(addressOf(user)).getSubject()).isEqualTo("Sua conta foi excluída");
    await()
        .atMost(SOON)
        .until(() ->
            jdbc.sql("select count(*) from notifications where user_id = ?")
                    .param(user)
                    .query(Integer.class)
                    .single()
                == 0);
    assertThat(events.of(UsageRecorded.class, user)).isEmpty();
  }

  @Test
  void mailsToAGivenAddressAlsoWhereNoProfileComes() {
    UUID user = Ids.next();
    verification(user, addressOf(user));

    await().atMost(SOON).until(() -> TestMail.to(addressOf(user)).size() == 1);
  }

  @Test
  void losesNothingAndDoublesNothingWhileTheServerIsAway() {
    UUID user = register("Ana", "en");
    TestMail.down();
    UUID id = verification(user, addressOf(user));
    await().atMost(SOON).until(() -> attemptsOf(id) >= 3);
    assertThat(statusOf(id)).isIn("PENDING", "SENDING");

    TestMail.up();

    await().atMost(SOON).until(() -> statusOf(id).equals("SENT"));
    await()
        .during(Duration.ofSeconds(1))
        .atMost(SOON)
        .until(() -> TestMail.to(addressOf(user)).size() == 1);
  }

  @Test
  void theSameRequestTwiceIsOneNotification() {
    UUID user = register("Ana", "en");
    UUID id = Ids.next();
    publish(verificationRequest(user, id, addressOf(user)));
    publish(verificationRequest(user, id, addressOf(user)));
    UUID last = verification(user, addressOf(user));

    await().atMost(SOON).until(() -> statusOf(last).equals("SENT") && statusOf(id).equals("SENT"));
    assertThat(TestMail.to(addressOf(user))).hasSize(2);
  }

  @Test
  void remindsByMailWhereThereIsNoPhone() throws Exception {
    UUID user = register("Ana", "pt");
    reminder(user, "ligar para a mãe");

    MimeMessage mail = mailTo(addressOf(user));

    assertThat(mail.getSubject()).isEqualTo("Lembrete: ligar para a mãe");
    assertThat(GreenMailUtil.getHeaders(mail)).doesNotContain("X-");
    assertThat(events.of(SmsRequested.class, user)).isEmpty();
  }

  @Test
  void remindsByTextWhereThereIsAPhone() {
    UUID user = register("Ana", "es");
    addVerifiedPhone(user);

    UUID id = reminder(user, "llamar a mamá");

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(events.of(NotificationDelivered.class, user))
                .containsExactly(
                    new NotificationDelivered(user, id, "reminder-due", "IN_APP"),
                    new NotificationDelivered(user, id, "reminder-due", "SMS")));
    SmsRequested sms = events.of(SmsRequested.class, user).getFirst();
    assertThat(cipher.open(sms.to())).isEqualTo("+34612345678");
    assertThat(cipher.open(sms.body())).isEqualTo("Recordatorio: llamar a mamá");
    assertThat(sms.purpose()).isEqualTo("NOTIFICATION");
    assertThat(TestMail.to(addressOf(user))).isEmpty();
  }

  @Test
  void showsRemindersInTheAppNewestFirst() throws Exception {
    UUID user = register("Ana", "en");
    UUID first = reminder(user, "one");
    UUID second = reminder(user, "two");
    await()
        .atMost(SOON)
        .until(() -> bodyOf(get(user, "/notifications").exchange()).contains("two"));

    MvcTestResult page = get(user, "/notifications?limit=1").exchange();
    assertThat(page).bodyJson().extractingPath("$.items[0].id").isEqualTo(second.toString());
    assertThat(page).bodyJson().extractingPath("$.items[0].title").isEqualTo("Reminder");
    assertThat(page).bodyJson().extractingPath("$.items[0].body").isEqualTo("two");
    assertThat(page).bodyJson().extractingPath("$.items[0].readAt").isNull();
    String cursor = JsonPath.read(bodyOf(page), "$.nextCursor");
    assertThat(get(user, "/notifications?limit=1&cursor=" + cursor))
        .bodyJson()
        .extractingPath("$.items[0].id")
        .isEqualTo(first.toString());
  }

  @Test
  void keepsTheTimeOfTheFirstReading() throws Exception {
    UUID user = register("Ana", "en");
    UUID id = reminder(user, "one");
    await()
        .atMost(SOON)
        .until(() -> bodyOf(get(user, "/notifications").exchange()).contains("one"));

    MvcTestResult read = markRead(user, id);
    assertThat(read).hasStatusOk();
    String readAt = JsonPath.read(bodyOf(read), "$.readAt");

    assertThat(readAt).isNotNull();
    assertThat(JsonPath.<String>read(bodyOf(markRead(user, id)), "$.readAt")).isEqualTo(readAt);
    assertThat(markRead(register("Eve", "en"), id)).hasStatus(404);
  }

  private UUID verification(UUID user, String recipient) {
    UUID id = Ids.next();
    publish(verificationRequest(user, id, recipient));
    return id;
  }

  private NotificationRequested verificationRequest(UUID user, UUID id, String recipient) {
    return new NotificationRequested(
        user,
        id,
        "email-verification",
        cipher.seal(recipient),
        cipher.seal(
            """
            {"link":"http://localhost:8080/verify-email?token=t0k3n","token":"t0k3n",
             "displayName":"Ana"}
            """));
  }

  private UUID reminder(UUID user, String text) {
    UUID id = Ids.next();
    publish(
        new NotificationRequested(
            user,
            id,
            "reminder-due",
            null,
            cipher.seal("{\"text\":\"%s\",\"reminderId\":\"%s\"}".formatted(text, Ids.next()))));
    return id;
  }

  private void addVerifiedPhone(UUID user) {
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
  }

  private MvcTestResult markRead(UUID user, UUID id) {
    return as(user, HttpMethod.POST, "/notifications/" + id + "/read").exchange();
  }

  private MimeMessage mailTo(String address) {
    await().atMost(SOON).until(() -> TestMail.to(address).size() == 1);
    return TestMail.to(address).getFirst();
  }

  private String statusOf(UUID notification) {
    return jdbc.sql("select status from deliveries where notification_id = ? and channel = 'EMAIL'")
        .param(notification)
        .query(String.class)
        .optional()
        .orElse("NONE");
  }

  private int attemptsOf(UUID notification) {
    return jdbc.sql("select attempts from deliveries where notification_id = ?")
        .param(notification)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private static String bodyOf(MvcTestResult result) {
    try {
      return result.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
