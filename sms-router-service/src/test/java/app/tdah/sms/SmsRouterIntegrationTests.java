package app.tdah.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.devstack.servers.Ports;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.CommunicationEvent.SmsReceived;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.events.CommunicationEvent.SmsStatusChanged;
import app.tdah.events.DomainEvent;
import app.tdah.events.UserEvent.PhoneRemoved;
import app.tdah.events.UserEvent.PhoneVerified;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@Import(SmsRouterIntegrationTests.Seen.class)
class SmsRouterIntegrationTests {

  private static final int PORT = Ports.free(1).getFirst();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Queue<DomainEvent> EVENTS = new ConcurrentLinkedQueue<>();

  @Autowired private EventPublisher events;
  @Autowired private FieldCipher cipher;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final UUID user = UUID.randomUUID();
  private final String phone = "+1555" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("server.port", () -> PORT);
    registry.add("ASSISTANT_TWILIO_API_URL", TestPhone.SIMULATOR::baseUri);
    registry.add("ASSISTANT_TWILIO_ACCOUNT_SID", () -> TestPhone.ACCOUNT_SID);
    registry.add("ASSISTANT_TWILIO_AUTH_TOKEN", () -> TestPhone.AUTH_TOKEN);
    registry.add("ASSISTANT_TWILIO_NUMBERS", () -> TestPhone.OUR_NUMBER);
    registry.add("ASSISTANT_TWILIO_WEBHOOK_URL", () -> "http://localhost:" + PORT);
  }

  @BeforeEach
  void connectThePhone() {
    TestPhone.SIMULATOR.deliverTextsTo(url("/api/v1/sms/webhooks/twilio/inbound"));
  }

  @AfterEach
  void noFault() {
    TestPhone.noFault();
  }

  @Test
  void routesATextOfAVerifiedNumberToItsUser() {
    verifyPhone();
    TestPhone.text(phone, "what's next?");

    SmsReceived received = awaitEvent(SmsReceived.class);
    assertThat(cipher.open(received.body())).isEqualTo("what's next?");
    assertThat(cipher.open(received.from())).isEqualTo(phone);
    assertThat(
            column(
                "select body from inbound_messages where message_sid = ?", received.messageSid()))
        .doesNotContain("next");
  }

  @Test
  void claimsARepeatedTextOnce() {
    verifyPhone();
    TestPhone.fault("{\"duplicates\":3,\"times\":1}");
    TestPhone.text(phone, "only once");

    awaitEvent(SmsReceived.class);
    assertThat(count("select count(*) from inbound_messages where user_id = ?", user)).isOne();
    TestPhone.text(phone, "second");
    await().until(() -> eventsOf(SmsReceived.class).size() >= 2);
    assertThat(eventsOf(SmsReceived.class)).hasSize(2);
  }

  @Test
  void helpsAStrangerOnceADay() {
    TestPhone.text(phone, "hello?");
    TestPhone.text(phone, "anybody?");

    await().until(() -> !TestPhone.received(phone).isEmpty());
    assertThat(TestPhone.received(phone)).singleElement().asString().contains("Personal Assistant");
    assertThat(
            count(
                "select count(*) from outbound_messages where purpose = 'HELP' and sender = ?"
                    + " and created_at > now() - interval '1 minute'",
                TestPhone.OUR_NUMBER))
        .isPositive();
  }

  @Test
  void forgetsARemovedNumber() {
    UUID phoneId = verifyPhone();
    publish(new PhoneRemoved(user, phoneId));
    await().until(() -> count("select count(*) from verified_phones where user_id = ?", user) == 0);

    TestPhone.text(phone, "still me?");
    await().until(() -> !TestPhone.received(phone).isEmpty());
    assertThat(eventsOf(SmsReceived.class)).isEmpty();
  }

  @Test
  void sendsAnswersInOrderAndTellsTheirStatus() throws Exception {
    verifyPhone();
    List<String> answers = IntStream.range(0, 8).mapToObj(i -> "answer " + i).toList();
    answers.forEach(answer -> request(UUID.randomUUID(), answer));

    await().until(() -> TestPhone.received(phone).size() == 8);
    assertThat(TestPhone.received(phone)).containsExactlyElementsOf(answers);
    await().until(() -> statuses("delivered") == 8);
    assertThat(eventsOf(UsageRecorded.class))
        .hasSize(8)
        .allSatisfy(usage -> {
          assertThat(usage.meter()).isEqualTo("sms.segments");
          assertThat(usage.costMicros()).isEqualTo(8300);
        });
    assertThat(get("/api/v1/sms/messages?limit=5").body())
        .contains("answer 7", "\"delivered\"", "nextCursor")
        .doesNotContain(phone, "answer 2");
  }

  @Test
  void sendsARepeatedRequestOnce() {
    verifyPhone();
    UUID requestId = UUID.randomUUID();
    request(requestId, "once");
    request(requestId, "once");
    request(UUID.randomUUID(), "last");

    await().until(() -> TestPhone.received(phone).contains("last"));
    assertThat(TestPhone.received(phone)).containsExactly("once", "last");
  }

  @Test
  void waitsAsLongAsTheCarrierAsks() {
    verifyPhone();
    TestPhone.fault("{\"status\":429,\"retryAfter\":1,\"times\":2}");
    UUID requestId = UUID.randomUUID();
    request(requestId, "patience");

    await().until(() -> TestPhone.received(phone).contains("patience"));
    assertThat(TestPhone.received(phone)).containsExactly("patience");
    assertThat(count("select attempts from outbound_messages where request_id = ?", requestId))
        .isEqualTo(3);
  }

  @Test
  void neverLowersAStatusWhenCallbacksComeReversedAndTwice() {
    verifyPhone();
    TestPhone.fault("{\"reorder\":true,\"duplicates\":1,\"times\":1}");
    UUID requestId = UUID.randomUUID();
    request(requestId, "upside down");

    await().until(() -> statuses("delivered") == 1);
    assertThat(column("select status from outbound_messages where request_id = ?", requestId))
        .isEqualTo("DELIVERED");
    assertThat(eventsOf(UsageRecorded.class)).hasSize(1);
  }

  @Test
  void tellsWhyATextWasNotDelivered() {
    verifyPhone();
    TestPhone.fault("{\"deliveryErrorCode\":30003,\"times\":1}");
    request(UUID.randomUUID(), "to nowhere");

    await().until(() -> statuses("undelivered") == 1);
    assertThat(eventsOf(SmsStatusChanged.class)).anyMatch(it -> errorIs(it, 30003));
  }

  @Test
  void looksBeforeSendingAgainWhenAnOutcomeWasLost() {
    verifyPhone();
    UUID requestId = UUID.randomUUID();
    request(requestId, "did it leave?");
    await().until(() -> statuses("delivered") == 1);
    forgetOutcome(requestId);

    await()
        .until(() ->
            column(
                    "select coalesce(message_sid, '') from outbound_messages where request_id = ?",
                    requestId)
                .startsWith("SM"));
    assertThat(TestPhone.received(phone)).containsExactly("did it leave?");
  }

  @Test
  void sendsAfterACrashWhatTheCarrierNeverGot() {
    verifyPhone();
    UUID requestId = UUID.randomUUID();
    TestPhone.fault("{\"status\":500,\"times\":2}");
    request(requestId, "second try");

    await().until(() -> TestPhone.received(phone).contains("second try"));
    assertThat(TestPhone.received(phone)).containsExactly("second try");
  }

  @Test
  void refusesAWrongSignature() throws Exception {
    for (String path : List.of("inbound", "status")) {
      HttpResponse<String> response =
          post("/api/v1/sms/webhooks/twilio/" + path, "MessageSid=SM1", "wrong");
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.body()).contains("signature-invalid");
    }
  }

  @Test
  void coversTheQueryWithTheSignature() throws Exception {
    String form = "MessageSid=SM1&MessageStatus=sent";
    String path = "/api/v1/sms/webhooks/twilio/status?request=" + UUID.randomUUID();
    String signature = sign(path, "MessageSidSM1MessageStatussent");
    assertThat(post(path, form, signature).statusCode()).isEqualTo(204);
    assertThat(
            post(path.replace("?request=", "?request=" + UUID.randomUUID()), form, signature)
                .statusCode())
        .isIn(400, 403);
  }

  @Test
  void showsNobodyElsesLog() throws Exception {
    verifyPhone();
    TestPhone.text(phone, "private");
    awaitEvent(SmsReceived.class);
    assertThat(get("/api/v1/sms/messages").body()).contains("private");
    HttpRequest other =
        HttpRequest.newBuilder(url("/api/v1/sms/messages"))
            .header("Authorization", TestTokens.bearer(UUID.randomUUID()))
            .build();
    assertThat(HTTP.send(other, BodyHandlers.ofString()).body()).doesNotContain("private");
    assertThat(
            HTTP.send(
                    HttpRequest.newBuilder(url("/api/v1/sms/messages")).build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(401);
  }

  private UUID verifyPhone() {
    UUID phoneId = UUID.randomUUID();
    publish(new PhoneVerified(user, phoneId, cipher.seal(phone), true));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> count("select count(*) from verified_phones where user_id = ?", user) == 1);
    return phoneId;
  }

  private void request(UUID requestId, String body) {
    publish(new SmsRequested(user, requestId, null, cipher.seal(body), "CONVERSATION"));
  }

  /** As if the process had died between the call and the recording of its outcome. */
  private void forgetOutcome(UUID requestId) {
    jdbc.sql(
            """
            update outbound_messages
            set status = 'CALLING', message_sid = null, lease_until = null, next_attempt_at = now()
            where request_id = ?
            """)
        .param(requestId)
        .update();
  }

  private void publish(DomainEvent event) {
    transaction.executeWithoutResult(status -> events.publish(event));
  }

  private <E extends DomainEvent> E awaitEvent(Class<E> type) {
    await().atMost(Duration.ofSeconds(30)).until(() -> !eventsOf(type).isEmpty());
    return eventsOf(type).getFirst();
  }

  private <E extends DomainEvent> List<E> eventsOf(Class<E> type) {
    return EVENTS.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(event -> user.equals(event.userId()))
        .toList();
  }

  private long statuses(String word) {
    return eventsOf(SmsStatusChanged.class).stream().filter(it -> it.status().equals(word)).count();
  }

  private static boolean errorIs(SmsStatusChanged event, int code) {
    Integer error = event.errorCode();
    return error != null && error == code;
  }

  private long count(String sql, Object parameter) {
    return jdbc.sql(sql).param(parameter).query(Long.class).single();
  }

  private String column(String sql, Object parameter) {
    return jdbc.sql(sql).param(parameter).query(String.class).single();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(url(path)).header("Authorization", TestTokens.bearer(user)).build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String form, String signature)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(url(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static String sign(String path, String sortedForm) throws Exception {
    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA1");
    mac.init(
        new javax.crypto.spec.SecretKeySpec(TestPhone.AUTH_TOKEN.getBytes("UTF-8"), "HmacSHA1"));
    return java.util.Base64.getEncoder()
        .encodeToString(mac.doFinal((url(path) + sortedForm).getBytes("UTF-8")));
  }

  private static URI url(String path) {
    return URI.create("http://localhost:" + PORT + path);
  }

  /** Keeps every event that comes through Kafka. */
  @TestConfiguration
  static class Seen {
    @Bean
    EventHandler<DomainEvent> seenEvents() {
      return new EventHandler<>() {
        @Override
        public Class<DomainEvent> eventType() {
          return DomainEvent.class;
        }

        @Override
        public void handle(DomainEvent event, EventMetadata metadata) {
          EVENTS.add(event);
        }
      };
    }
  }
}
