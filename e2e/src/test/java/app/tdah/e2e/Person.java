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
  private static final Pattern LINK_TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  final String email;
  private String accessToken = "";
  private String refreshToken = "";

  private Person(String email) {
    this.email = email;
  }

  /** A new account, confirmed and signed in. */
  static Person signedUp() {
    Person person = registered();
    person.confirmMail();
    person.signIn();
    return person;
  }

  static Person registered() {
    Person person = new Person("ana-" + UUID.randomUUID() + "@example.com");
    Suite.send(
            "POST",
            Suite.URL.resolve("/api/v1/auth/register"),
            Map.of(),
            Map.of(
                "email",
                person.email,
                "password",
                PASSWORD,
                "displayName",
                "Ana",
                "locale",
                "en",
                "timeZone",
                ZONE))
        .expect(201);
    return person;
  }

  void confirmMail() {
    Suite.send(
            "POST",
            Suite.URL.resolve("/api/v1/auth/email/verify"),
            Map.of(),
            Map.of("token", tokenFromMail()))
        .response();
  }

  private String tokenFromMail() {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonNode mails =
                  Suite.simulator("GET", "/api/mails?to=" + Suite.encoded(email), null)
                      .json()
                      .path("items");
              for (JsonNode mail : mails) {
                Matcher link = LINK_TOKEN.matcher(mail.path("text").asString());
                if (link.find()) {
                  return link.group(1);
                }
              }
              return null;
            },
            Objects::nonNull);
  }

  JsonNode signIn() {
    Answer answer =
        Suite.send(
                "POST",
                Suite.URL.resolve("/api/v1/auth/login"),
                Map.of(),
                Map.of(
                    "email",
                    email,
                    "password",
                    PASSWORD,
                    "deviceName",
                    "test phone",
                    "refreshTokenDelivery",
                    "BODY"))
            .expect(200);
    accept(answer.json());
    return answer.json();
  }

  void refresh() {
    accept(
        Suite.send(
                "POST",
                Suite.URL.resolve("/api/v1/auth/refresh"),
                Map.of(),
                Map.of("refreshToken", refreshToken))
            .expect(200)
            .json());
  }

  private void accept(JsonNode tokens) {
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
