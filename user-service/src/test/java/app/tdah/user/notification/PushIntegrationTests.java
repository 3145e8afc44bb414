package app.tdah.user.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationDelivered;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.user.IntegrationTest;
import app.tdah.user.TestMail;
import app.tdah.user.push.TestBrowser;
import app.tdah.user.push.TestPushService;
import app.tdah.user.push.TestPushService.Received;
import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushIntegrationTests extends IntegrationTest {

  private static final Pattern VAPID = Pattern.compile("vapid t=([^,]+), k=(.+)");

  private final TestPushService service = new TestPushService();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void theBrowserReadsWhatItIsTold() throws Exception {
    UUID user = register("Ana", "es");
    String endpoint = service.endpoint();
    TestBrowser browser = subscribe(user, endpoint);

    UUID id = reminder(user, "llamar a mamá 🌱");

    String payload = browser.decrypt(only(endpoint).body());
    assertThat(JsonPath.<String>read(payload, "$.id")).isEqualTo(id.toString());
    assertThat(JsonPath.<String>read(payload, "$.title")).isEqualTo("Recordatorio");
    assertThat(JsonPath.<String>read(payload, "$.body")).isEqualTo("llamar a mamá 🌱");
    await()
        .atMost(SOON)
        .until(() ->
            events
                .of(NotificationDelivered.class, user)
                .contains(new NotificationDelivered(user, id, "reminder-due", "PUSH")));
    assertThat(TestMail.to(addressOf(user))).isEmpty();
  }

  @Test
  void thePushServiceLearnsWhoWeAreAndHowUrgentItIs() throws Exception {
    UUID user = register("Ana", "en");
    String endpoint = service.endpoint();
    subscribe(user, endpoint);
    reminder(user, "one");

    Received request = only(endpoint);

    assertThat(request.headers())
        .containsEntry("Content-Encoding", "aes128gcm")
        .containsEntry("TTL", "3600")
        .containsEntry("Urgency", "high");
    assertThat(request.headers().get("Topic")).matches("[A-Za-z0-9_-]{1,32}");
    Matcher vapid = VAPID.matcher(request.headers().get("Authorization"));
    assertThat(vapid.matches()).isTrue();
    assertThat(get(user, "/users/me/push-key"))
        .bodyJson()
        .extractingPath("$.publicKey")
        .isEqualTo(vapid.group(2));
    SignedJWT token = SignedJWT.parse(vapid.group(1));
    assertThat(token.verify(new ECDSAVerifier(key(vapid.group(2))))).isTrue();
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(service.origin());
    assertThat(token.getJWTClaimsSet().getSubject()).startsWith("mailto:");
    assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(24)));
  }

  @Test
  void everyBrowserIsToldOnceThoughOneIsLate() throws Exception {
    UUID user = register("Ana", "en");
    String first = service.endpoint();
    String second = service.endpoint();
    subscribe(user, first);
    subscribe(user, second);
    service.answer(503, null);
    service.answer(429, "0");

    UUID id = reminder(user, "one");

    await().atMost(SOON).until(() -> statuses(id).equals(List.of("SENT", "SENT")));
    assertThat(taken(first)).hasSize(1);
    assertThat(taken(second)).hasSize(1);
  }

  @Test
  void waitsAsLongAsThePushServiceAsks() throws Exception {
    UUID user = register("Ana", "en");
    subscribe(user, service.endpoint());
    service.answer(429, "600");

    UUID id = reminder(user, "one");

    await().atMost(SOON).until(() -> statuses(id).equals(List.of("PENDING")));
    assertThat(
            jdbc.sql(
                    "select count(*) from deliveries where notification_id = ? and channel = 'PUSH'"
                        + " and next_attempt_at between now() + interval '500 s'"
                        + " and now() + interval '600 s' and last_error = 'HTTP 429'")
                .param(id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aServiceThatIsAwayLosesNothing() throws Exception {
    UUID user = register("Ana", "en");
    String endpoint = service.endpoint();
    TestBrowser browser = subscribe(user, endpoint);
    service.answer(500, null);
    service.answer(502, null);
    service.answer(403, null);

    UUID id = reminder(user, "one");

    await().atMost(SOON).until(() -> statuses(id).equals(List.of("SENT")));
    assertThat(browser.decrypt(taken(endpoint).getFirst().body())).contains("one");
    assertThat(get(user, "/users/me/notification-deliveries"))
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"items":[{"notificationId":"%1$s","template":"reminder-due","channel":"PUSH",
               "status":"SENT","attempts":4},
              {"notificationId":"%1$s","channel":"IN_APP","status":"SENT"}],"nextCursor":null}
            """
                .formatted(id));
  }

  @Test
  void aSubscriptionThatIsGoneIsRemovedAndTheReminderMailed() throws Exception {
    UUID user = register("Ana", "en");
    String endpoint = service.endpoint();
    subscribe(user, endpoint);
    service.answer(410, null);

    UUID id = reminder(user, "one");

    await().atMost(SOON).until(() -> TestMail.to(addressOf(user)).size() == 1);
    assertThat(statuses(id)).containsExactly("GONE");
    assertThat(get(user, "/users/me/push-subscriptions"))
        .bodyJson()
        .extractingPath("$.items")
        .asArray()
        .isEmpty();
    assertThat(service.at(endpoint)).hasSize(1);
  }

  @Test
  void whenAllBrowsersGoAtOnceOneMailFollows() throws Exception {
    UUID user = register("Ana", "en");
    for (int i = 0; i < 4; i++) {
      subscribe(user, service.endpoint());
      service.answer(410, null);
    }

    UUID id = reminder(user, "one");

    await().atMost(SOON).until(() -> statuses(id).equals(List.of("GONE", "GONE", "GONE", "GONE")));
    await().atMost(SOON).until(() -> TestMail.to(addressOf(user)).size() == 1);
  }

  @Test
  void whereAnotherBrowserWasToldNoMailFollows() throws Exception {
    UUID user = register("Ana", "en");
    subscribe(user, service.endpoint());
    subscribe(user, service.endpoint());
    service.answer(404, null);

    UUID id = reminder(user, "one");

    await()
        .atMost(SOON)
        .until(() -> statuses(id).stream().sorted().toList().equals(List.of("GONE", "SENT")));
    assertThat(
            jdbc.sql("select count(*) from deliveries where notification_id = ? and channel = ?")
                .params(id, "EMAIL")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private TestBrowser subscribe(UUID user, String endpoint) throws Exception {
    TestBrowser browser = new TestBrowser(endpoint);
    assertThat(post(user, "/users/me/push-subscriptions", browser.subscription("Test")))
        .hasStatus(201);
    return browser;
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

  private Received only(String endpoint) {
    await().atMost(SOON).until(() -> service.at(endpoint).size() == 1);
    return service.at(endpoint).getFirst();
  }

  private List<Received> taken(String endpoint) {
    return service.at(endpoint).stream().filter(request -> request.status() == 201).toList();
  }

  private List<String> statuses(UUID notification) {
    return jdbc.sql(
            "select status from deliveries where notification_id = ? and channel = 'PUSH'"
                + " and attempts > 0 order by id")
        .param(notification)
        .query(String.class)
        .list();
  }

  private static ECKey key(String point) {
    byte[] bytes = new Base64URL(point).decode();
    return new ECKey.Builder(
            Curve.P_256,
            Base64URL.encode(Arrays.copyOfRange(bytes, 1, 33)),
            Base64URL.encode(Arrays.copyOfRange(bytes, 33, 65)))
        .build();
  }
}
