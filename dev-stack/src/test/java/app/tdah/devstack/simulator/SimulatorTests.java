package app.tdah.devstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorTests {
  private Simulator simulator;
  private Http http;

  @BeforeEach
  void start() {
    simulator = Simulator.start(SimulatorSettings.inMemory());
    http = new Http(simulator.baseUri());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void isHealthyAndHasAPage() {
    assertThat(http.get("/health").status()).isEqualTo(200);
    assertThat(http.get("/").text()).contains("Mailbox", "Phone", "Faults");
  }

  @Test
  void answersUnknownPathsAndMethodsWithProblems() {
    Http.Answer unknown = http.get("/api/nothing");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(unknown.json().path("code").asString()).isEqualTo("not-found");

    Http.Answer method = http.delete("/health");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Allow")).isEqualTo("GET");
  }

  @Test
  void keepsAFaultUntilItIsSwitchedOff() {
    assertThat(http.get("/api/faults/openai").json().isEmpty()).isTrue();
    http.json("PUT", "/api/faults/openai", "{\"status\":429,\"retryAfter\":2,\"times\":3}");
    assertThat(http.get("/api/faults/openai").text())
        .isEqualTo("{\"status\":429,\"retryAfter\":2,\"times\":3}");
    assertThat(http.get("/api/faults").json().path("openai").path("times").asInt()).isEqualTo(3);
    assertThat(http.delete("/api/faults/openai").status()).isEqualTo(204);
    assertThat(http.get("/api/faults/openai").json().isEmpty()).isTrue();
  }

  @Test
  void countsAFaultDown() {
    http.json("PUT", "/api/faults/openai", "{\"status\":500,\"times\":2}");
    Http model = http.with("Authorization", "Bearer key");
    assertThat(model.get("/v1/models").status()).isEqualTo(500);
    assertThat(http.get("/api/faults/openai").json().path("times").asInt()).isEqualTo(1);
    assertThat(model.get("/v1/models").status()).isEqualTo(500);
    assertThat(model.get("/v1/models").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smtp    | {\"reorder\":true}           | reorder",
        "openai  | {\"status\":200}             | status",
        "openai  | {\"status\":429,\"times\":0} | times",
        "google  | {\"delayMs\":\"long\"}       | delayMs",
        "google  | {\"delayMs\":1.5}            | delayMs",
        "twilio  | {\"reorder\":1}              | reorder",
        "twilio  | {\"times\":3}                | status",
        "fax     | {\"status\":500}             | vendor"
      })
  void namesTheWrongFieldOfAFault(String vendor, String fault, String field) {
    Http.Answer answer = http.json("PUT", "/api/faults/" + vendor, fault);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
  }

  @Test
  void refusesBodiesThatAreNoJsonObjects() {
    assertThat(http.json("PUT", "/api/faults/google", "{\"sta").status()).isEqualTo(400);
    assertThat(http.json("PUT", "/api/faults/google", "[]").status()).isEqualTo(400);
    assertThat(http.json("PUT", "/api/faults/google", "").status()).isEqualTo(400);
  }
}
