package app.tdah.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.e2e.Suite.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer is problem+json that says what. */
class ProblemTests {

  private static final Person ana = Person.signedUp();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tasks",
        "users/me",
        "sessions",
        "chat/conversations",
        "oauth/integrations",
        "sms/messages",
        "analytics/usage"
      })
  void everythingNeedsAToken(String path) {
    Answer answer = Suite.send("GET", Suite.URL.resolve("/api/v1/" + path), Map.of(), null);
    assertProblem(answer, 401, "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tasks/nowhere/at/all",
        "users/nobody",
        "sessions/x/y",
        "chat/nothing",
        "oauth/nothing",
        "sms/nothing",
        "analytics/nothing",
        "nothing"
      })
  void unknownPathsAreNotFound(String path) {
    assertProblem(ana.get(path), 404, "not-found");
  }

  @Test
  void anotherUsersTaskIsNotFound() {
    String id =
        ana.post("tasks", Map.of("title", "private")).expect(201).json().path("id").asString();
    assertThat(Person.signedUp().get("tasks/" + id).status()).isEqualTo(404);
  }

  @Test
  void theWrongMethodAndTheWrongTypeAreNamed() {
    assertProblem(
        ana.call("DELETE", "users/me/preferences", null, Map.of()), 405, "method-not-allowed");
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + ana.accessToken(), "Content-Type", "application/xml");
    assertProblem(
        Suite.raw("POST", Suite.URL.resolve("/api/v1/tasks"), headers, "<task/>"),
        415,
        "unsupported-media-type");
  }

  @Test
  void malformedAndOversizedBodiesAreRefused() {
    Map<String, String> headers = Map.of("Authorization", "Bearer " + ana.accessToken());
    assertProblem(
        Suite.raw("POST", Suite.URL.resolve("/api/v1/tasks"), headers, "{\"title\":"),
        400,
        "malformed-body");
    String large = "{\"title\":\"" + "x".repeat(2_000_000) + "\"}";
    assertProblem(
        Suite.raw("POST", Suite.URL.resolve("/api/v1/tasks"), headers, large),
        413,
        "content-too-large");
  }

  @Test
  void theWrongFieldIsNamed() {
    Answer answer = ana.post("tasks", Map.of("title", ""));
    assertProblem(answer, 400, "validation-failed");
    assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("title");
    Answer phone = ana.post("users/me/phone-numbers", Map.of("number", "12"));
    assertProblem(phone, 400, "validation-failed");
    assertThat(phone.json().path("errors").get(0).path("field").asString()).isEqualTo("number");
    Answer limit = ana.get("tasks?limit=0");
    assertProblem(limit, 400, "validation-failed");
    assertThat(limit.json().path("errors").get(0).path("field").asString()).isEqualTo("limit");
  }

  @Test
  void anUpdateOfAnOldVersionIsRefused() {
    Answer created = ana.post("tasks", Map.of("title", "draft")).expect(201);
    String path = "tasks/" + created.json().path("id").asString();
    String tag = ana.get(path).expect(200).header("ETag");
    assertThat(tag).isNotNull();
    Map<String, String> ifMatch = Map.of("If-Match", String.valueOf(tag));
    ana.call("PATCH", path, Map.of("title", "second"), ifMatch).expect(200);
    assertProblem(
        ana.call("PATCH", path, Map.of("title", "third"), ifMatch), 412, "precondition-failed");
  }

  @Test
  void actuatorIsNeverRouted() {
    assertThat(
            Suite.send("GET", Suite.URL.resolve("/api/v1/actuator/health"), Map.of(), null)
                .status())
        .isIn(401, 404);
  }

  static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("code").asString()).isEqualTo(code);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
