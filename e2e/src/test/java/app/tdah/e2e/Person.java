package app.tdah.e2e;

import static org.awaitility.Awaitility.await;

import app.tdah.e2e.Suite.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody with an account of their own, who uses the public API and the simulator as a user would.
 */
final class Person {

  static final String PASSWORD = "correct-Horse-battery-9-staple";
  static final String ZONE = "America/Sao_Paulo";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  final String email;
  private final String password;
  private String accessToken = "";
  private String refreshToken = "";

  private Person(String email, String password) {
    this.email = email;
    this.password = password;
  }

  /** Somebody who has an account, or is going to, and is signed in nowhere yet. */
  static Person of(String email, String password) {
    return new Person(email, password);
  }

  /** A new account, confirmed and signed in. */
  static Person signedUp() {
    Person person = registered();
    person.confirmMail();
    person.signIn();
    return person;
  }

  static Person registered() {
    Person person = of("ana-" + UUID.randomUUID() + "@example.com", PASSWORD);
    person.register();
    return person;
  }

  void register() {
    Suite.auth(
            "register",
            Map.of(
                "email",
                email,
                "password",
                password,
                "displayName",
                "Ana",
                "locale",
                "en",
                "timeZone",
                ZONE))
        .expect(201);
  }

  void confirmMail() {
    Suite.auth("email/verify", Map.of("token", Mails.token(email, "verify"))).response();
  }

  JsonNode signIn() {
    JsonNode tokens = login().expect(200).json();
    accept(tokens);
    return tokens;
  }

  /** Tries to sign in. */
  Answer login() {
    return Suite.auth(
        "login",
        Map.of(
            "email",
            email,
            "password",
            password,
            "deviceName",
            "test phone",
            "refreshTokenDelivery",
            "BODY"));
  }

  /** The same account, signed in once more. */
  Person onAnotherDevice() {
    Person other = of(email, password);
    other.signIn();
    return other;
  }

  /** Proves again who uses this session. */
  void reauthenticate() {
    accessToken =
        post("auth/reauthenticate", Map.of("password", password))
            .expect(200)
            .json()
            .path("accessToken")
            .asString();
  }

  void refresh() {
    accept(refresh(refreshToken).expect(200).json());
  }

  static Answer refresh(String token) {
    return Suite.auth("refresh", Map.of("refreshToken", token));
  }

  /** Goes on with the tokens of an answer. */
  void accept(JsonNode tokens) {
    accessToken = tokens.path("accessToken").asString();
    refreshToken = tokens.path("refreshToken").asString();
  }

  String accessToken() {
    return accessToken;
  }

  String refreshToken() {
    return refreshToken;
  }

  Answer get(String path) {
    return call("GET", path, null, Map.of());
  }

  Answer post(String path, @Nullable Object body) {
    return call("POST", path, body, Map.of());
  }

  Answer delete(String path) {
    return call("DELETE", path, null, Map.of());
  }

  Answer call(String method, String path, @Nullable Object body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + accessToken);
    return Suite.send(method, Suite.URL.resolve("/api/v1/" + path), all, body);
  }

  /** Says something to the assistant and returns the whole answer of {@code POST chat/messages}. */
  JsonNode say(String text) {
    return post("chat/messages", Map.of("content", text)).expect(200).json();
  }

  /** Adds a phone number and proves it with the code that the simulated phone receives. */
  String addPhone() {
    // Wide enough that two tests do not meet on one number.
    String number = "+1212" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    JsonNode added = post("users/me/phone-numbers", Map.of("number", number)).expect(201).json();
    String code = await().atMost(PATIENCE).until(() -> codeOn(number), Objects::nonNull);
    post("users/me/phone-numbers/" + added.path("id").asString() + "/verify", Map.of("code", code))
        .expect(200);
    return number;
  }

  private static @Nullable String codeOn(String number) {
    for (JsonNode message : messagesOf(number)) {
      Matcher code = CODE.matcher(message.path("body").asString());
      if (code.find()) {
        return code.group(1);
      }
    }
    return null;
  }

  static JsonNode messagesOf(String number) {
    return Suite.simulator("GET", "/api/phone/messages?number=" + Suite.encoded(number), null)
        .expect(200)
        .json()
        .path("items");
  }
}
