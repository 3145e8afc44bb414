package app.tdah.devstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.twilio.rest.api.v2010.account.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PhoneTests {
  private static final String SUITE = "+15005550006";
  private static final String HANDSET = "+15555550123";

  @TempDir Path directory;
  private SimulatorSettings settings;
  private Suite suite;
  private Simulator simulator;
  private Http http;
  private Http twilio;
  private String messages;

  @BeforeEach
  void start() throws IOException {
    settings = SimulatorSettings.inMemory().withDirectory(directory);
    suite = new Suite(settings.authToken());
    settings = settings.withInboundWebhook(suite.url(SimulatorSettings.INBOUND_PATH + "?a=b"));
    open();
    messages = "/2010-04-01/Accounts/" + settings.accountSid() + "/Messages";
  }

  private void open() {
    simulator = Simulator.start(settings);
    http = new Http(simulator.baseUri());
    twilio = http.with("Authorization", basic(settings.accountSid(), settings.authToken()));
  }

  @AfterEach
  void stop() {
    simulator.close();
    suite.close();
  }

  @Test
  void knowsTheSuitesNumbers() {
    assertThat(http.get("/api/phone/numbers").text())
        .isEqualTo("{\"items\":[{\"number\":\"+15005550006\"}]}");
  }

  @Test
  void bringsATextToTheSuiteSigned() {
    Http.Answer answer = text("what's next? ñ & =+");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().propertyNames())
        .containsExactly("sid", "from", "to", "body", "direction", "status", "at");
    assertThat(answer.json().path("status").asString()).isEqualTo("received");
    assertThat(suite.forged).isEmpty();
    assertThat(suite.received).hasSize(1);
    assertThat(suite.received.getFirst())
        .containsEntry("MessageSid", answer.json().path("sid").asString())
        .containsEntry("AccountSid", settings.accountSid())
        .containsEntry("From", HANDSET)
        .containsEntry("To", SUITE)
        .containsEntry("Body", "what's next? ñ & =+")
        .containsEntry("NumMedia", "0")
        .containsEntry("NumSegments", "1")
        .containsEntry("ApiVersion", "2010-04-01")
        .containsKey("SmsSid");
  }

  @Test
  void showsTheReplyOfTwiml() {
    suite.answer =
        "<Response><Message>Hi &amp; bye</Message><Message><Body>2</Body></Message></Response>";
    text("hello");
    JsonNode items = http.get("/api/phone/messages?number=" + HANDSET).json().path("items");
    assertThat(items.values().stream().map(it -> it.path("body").asString()))
        .containsExactly("2", "Hi & bye", "hello");
    assertThat(items.get(0).path("direction").asString()).isEqualTo("outbound-reply");
    assertThat(http.get("/api/phone/messages?number=%2B15550000000").json().path("items"))
        .isEmpty();
  }

  @Test
  void deliversDuplicatesWhenAsked() {
    http.json("PUT", "/api/faults/twilio", "{\"duplicates\":2,\"times\":1}");
    text("once");
    text("twice");
    assertThat(suite.all("Body")).containsExactly("once", "once", "once", "twice");
    assertThat(suite.all("MessageSid").stream().distinct()).hasSize(2);
  }

  @Test
  void saysWhenTheSuiteDoesNotTakeAText() {
    suite.status = 503;
    assertThat(text("lost").json().path("status").asString()).isEqualTo("failed");
  }

  @ParameterizedTest
  @CsvSource({"from,5551", "to,+15550009999", "body,''"})
  void namesTheWrongFieldOfAText(String field, String value) {
    Map<String, String> body = new HashMap<>(Map.of("from", HANDSET, "to", SUITE, "body", "hello"));
    body.put(field, value);
    Http.Answer answer =
        http.json("POST", "/api/phone/messages", Http.JSON.writeValueAsString(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
  }

  @Test
  void sendsInTwiliosWireFormat() {
    Http.Answer answer = send(Map.of("StatusCallback", suite.url("/status").toString()));

    JsonNode message = answer.json();
    String sid = message.path("sid").asString();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(sid).matches("SM[0-9a-f]{32}");
    assertThat(message.path("status").asString()).isEqualTo("queued");
    assertThat(message.path("direction").asString()).isEqualTo("outbound-api");
    assertThat(message.path("num_segments").asString()).isEqualTo("1");
    assertThat(message.path("price").isNull()).isTrue();
    assertThat(message.path("error_code").isNull()).isTrue();
    assertThat(message.path("date_created").asString())
        .matches("\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} \\+0000");
    assertThat(message.path("uri").asString()).isEqualTo(messages + "/" + sid + ".json");

    await().until(() -> suite.all("MessageStatus").contains("delivered"));
    assertThat(suite.forged).isEmpty();
    assertThat(suite.all("MessageStatus")).containsExactly("queued", "sent", "delivered");
    assertThat(suite.all("MessageSid")).containsOnly(sid);
    JsonNode later = twilio.get(messages + "/" + sid + ".json").json();
    assertThat(later.path("status").asString()).isEqualTo("delivered");
    assertThat(later.path("price").asString()).isEqualTo("-0.00830");
    JsonNode shown = http.get("/api/phone/messages?number=" + HANDSET).json().path("items").get(0);
    assertThat(shown.path("body").asString()).isEqualTo("hello");
    assertThat(shown.path("status").asString()).isEqualTo("delivered");
  }

  @Test
  void listsMessagesByReceiver() {
    send(Map.of("Body", "one"));
    send(Map.of("Body", "two"));
    send(Map.of("To", "+15555550999"));
    JsonNode page = twilio.get(messages + ".json?To=%2B15555550123").json();
    assertThat(page.path("messages").values().stream().map(it -> it.path("body").asString()))
        .containsExactly("two", "one");
    assertThat(page.path("next_page_uri").isNull()).isTrue();
  }

  @Test
  void isUnderstoodByTwiliosOwnLibrary() {
    String json = send(Map.of()).text();
    Message message =
        Message.fromJson(json, new ObjectMapper().registerModule(new JavaTimeModule()));
    assertThat(message.getStatus()).isEqualTo(Message.Status.QUEUED);
    assertThat(message.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
    assertThat(message.getDateCreated()).isNotNull();
  }

  @Test
  void reversesAndRepeatsCallbacksWhenAsked() {
    http.json("PUT", "/api/faults/twilio", "{\"reorder\":true,\"duplicates\":1,\"times\":2}");
    send(Map.of("StatusCallback", suite.url("/status").toString()));
    await().until(() -> suite.received.size() == 6);
    assertThat(suite.all("MessageStatus"))
        .containsExactly("delivered", "delivered", "sent", "sent", "queued", "queued");
  }

  @Test
  void failsDeliveryWithTheCodeOfAFault() {
    http.json("PUT", "/api/faults/twilio", "{\"deliveryErrorCode\":30003,\"times\":1}");
    send(Map.of("StatusCallback", suite.url("/status").toString()));
    await().until(() -> suite.all("MessageStatus").contains("undelivered"));
    assertThat(suite.all("ErrorCode")).isEqualTo(List.of("", "", "30003"));
  }

  @ParameterizedTest
  @CsvSource({
    "To,12,400,21211",
    "To,'',400,21604",
    "From,'',400,21603",
    "From,+15550009999,400,21606",
    "Body,'',400,21602",
    "StatusCallback,nowhere,400,21609"
  })
  void refusesBadMessagesWithTwiliosCodes(String name, String value, int status, int code) {
    Http.Answer answer = send(Map.of(name, value));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("code").asInt()).isEqualTo(code);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("more_info").asString()).endsWith("/" + code);
  }

  @Test
  void refusesBadCredentialsAndUnknownMessages() {
    Http stranger = http.with("Authorization", basic(settings.accountSid(), "guess"));
    Http.Answer answer = stranger.get(messages + "/SM1.json");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("code").asInt()).isEqualTo(20003);
    assertThat(twilio.get(messages + "/SM1.json").json().path("code").asInt()).isEqualTo(20404);
  }

  @Test
  void limitsTheRateWhenAsked() {
    http.json("PUT", "/api/faults/twilio", "{\"status\":429,\"retryAfter\":2,\"times\":1}");
    text("a text is not an API call");
    Http.Answer limited = send(Map.of());
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isEqualTo("2");
    assertThat(limited.json().path("code").asInt()).isEqualTo(20429);
    assertThat(send(Map.of()).status()).isEqualTo(201);
  }

  @Test
  void keepsMessagesOverARestart() {
    text("kept");
    simulator.close();
    open();
    assertThat(http.get("/api/phone/messages").json().path("items").get(0).path("body").asString())
        .isEqualTo("kept");
  }

  private Http.Answer text(String body) {
    return http.json(
        "POST",
        "/api/phone/messages",
        Http.JSON.writeValueAsString(Map.of("from", HANDSET, "to", SUITE, "body", body)));
  }

  private Http.Answer send(Map<String, String> changes) {
    Map<String, String> form = new HashMap<>(Map.of("From", SUITE, "To", HANDSET, "Body", "hello"));
    form.putAll(changes);
    return twilio.form(messages + ".json", form);
  }

  private static String basic(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }
}
