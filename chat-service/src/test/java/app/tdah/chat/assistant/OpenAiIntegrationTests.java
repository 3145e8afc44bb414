package app.tdah.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.testing.Api;
import app.tdah.devstack.simulator.Simulator;
import app.tdah.devstack.simulator.SimulatorSettings;
import app.tdah.devstack.testing.EmbeddedServers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** An OpenAI-compatible model through the same pipeline, in the vendor's wire format. */
@EmbeddedServers
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"ASSISTANT_AI_MODEL=openai", "ASSISTANT_OPENAI_MODEL=gpt-4.1-mini"})
class OpenAiIntegrationTests {

  private static final Simulator SIMULATOR = Simulator.start(SimulatorSettings.inMemory());

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void simulator(DynamicPropertyRegistry registry) {
    registry.add("ASSISTANT_OPENAI_BASE_URL", () -> SIMULATOR.baseUri() + "/v1");
    registry.add("ASSISTANT_OPENAI_API_KEY", () -> "sk-test");
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void streamsAndCounts() {
    JsonNode answer = Api.newUser(port).say("good morning").path("assistantMessage");
    assertThat(answer.path("content").asString()).contains("I am the simulated model");
    assertThat(answer.path("status").asString()).isEqualTo("COMPLETED");
    JsonNode usage = answer.path("usage");
    assertThat(usage.path("model").asString()).startsWith("gpt-4.1-mini");
    assertThat(usage.path("inputTokens").asInt()).isGreaterThan(100);
    assertThat(usage.path("outputTokens").asInt()).isPositive();
    long micros =
        Math.round(usage.path("inputTokens").asInt() * 0.4)
            + Math.round(usage.path("outputTokens").asInt() * 1.6);
    assertThat(usage.path("costMicros").asLong()).isCloseTo(micros, within(1L));
  }

  @Test
  void runsTheSameTools() {
    Api user = Api.newUser(port);
    JsonNode answer = user.say("remind me to call mom tomorrow at 5pm").path("assistantMessage");
    assertThat(answer.path("toolCalls").get(0).path("name").asString())
        .isEqualTo("create_reminder");
    assertThat(answer.path("toolCalls").get(0).path("status").asString()).isEqualTo("COMPLETED");
    assertThat(answer.path("content").asString()).startsWith("Done.");
    assertThat(user.get("tasks").body().path("items").get(0).path("title").asString())
        .isEqualTo("call mom");
    assertThat(user.get("reminders").body().path("items")).hasSize(1);
  }

  @Test
  void aFailingProviderIsSaidSo() throws IOException, InterruptedException {
    fault("PUT", "{\"status\":500,\"times\":20}");
    try {
      JsonNode answer = Api.newUser(port).say("good morning").path("assistantMessage");
      assertThat(answer.path("status").asString()).isEqualTo("FAILED");
    } finally {
      fault("DELETE", "");
    }
  }

  private static void fault(String method, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(SIMULATOR.baseUri().resolve("/api/faults/openai"))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
        .isLessThan(300);
  }

  private static org.assertj.core.data.Offset<Long> within(long micros) {
    return org.assertj.core.data.Offset.offset(micros);
  }
}
