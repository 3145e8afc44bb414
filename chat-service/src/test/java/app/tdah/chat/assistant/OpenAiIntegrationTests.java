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
import java.util.Map;
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
    properties = {
      "ASSISTANT_AI_MODEL=openai",
      "ASSISTANT_OPENAI_MODEL=gpt-4.1-mini",
      "ASSISTANT_OPENAI_MODELS=gpt-4.1"
    })
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
  void theBuiltInModelTakesThePlaceOfAFailingProvider() throws IOException, InterruptedException {
    fault("PUT", "{\"status\":500,\"times\":20}");
    try {
      Api user = Api.newUser(port);
      JsonNode answer = user.say("remind me to call mom tomorrow at 5pm").path("assistantMessage");
      assertThat(answer.path("status").asString()).isEqualTo("COMPLETED");
      assertThat(answer.path("content").asString())
          .startsWith("The language model does not answer just now");
      assertThat(answer.path("usage").path("model").asString()).isEqualTo("local");
      assertThat(answer.path("usage").path("costMicros").asLong()).isZero();
      assertThat(user.get("reminders").body().path("items")).hasSize(1);
    } finally {
      fault("DELETE", "");
    }
  }

  @Test
  void aConversationHasTheModelThatItsUserChose() {
    Api user = Api.newUser(port);
    assertThat(user.get("chat/models").body().path("items"))
        .extracting(model -> model.path("id").asString())
        .containsExactly("gpt-4.1-mini", "gpt-4.1", "local");
    assertThat(user.get("chat/tools").body().path("items"))
        .anyMatch(tool -> tool.path("name").asString().equals("add_task"));
    JsonNode first = user.say("good morning");
    String conversation = first.path("conversationId").asString();
    assertThat(choose(user, conversation, "gpt-5000").status()).isEqualTo(400);
    assertThat(choose(user, conversation, "gpt-4.1").body().path("model").asString())
        .isEqualTo("gpt-4.1");
    assertThat(model(say(user, conversation, "good evening"))).startsWith("gpt-4.1");
    choose(user, conversation, "local");
    assertThat(model(say(user, conversation, "what's next?"))).isEqualTo("local");
  }

  @Test
  void whoIsOutOfBudgetGetsTheBuiltInModelAndIsToldSo() {
    Api user = Api.newUser(port);
    assertThat(model(user.say("good morning"))).startsWith("gpt-4.1-mini");
    long spent = user.get("chat/budget").body().path("day").path("spentMicros").asLong();
    assertThat(spent).isPositive();
    JsonNode limited = user.call("PUT", "chat/budget", Map.of("dayLimitMicros", spent + 1)).body();
    assertThat(limited.path("warning").asBoolean()).isTrue();
    assertThat(limited.path("exhausted").asBoolean()).isFalse();
    JsonNode answer = user.say("add buy milk").path("assistantMessage");
    assertThat(answer.path("content").asString())
        .startsWith("Your budget for the language model is used up for now");
    assertThat(answer.path("usage").path("model").asString()).isEqualTo("local");
    JsonNode after = user.get("chat/budget").body();
    assertThat(after.path("day").path("spentMicros").asLong()).isEqualTo(spent);
    assertThat(after.path("day").path("reservedMicros").asLong()).isZero();
  }

  private static Api.Answer choose(Api user, String conversation, String model) {
    return user.call("PATCH", "chat/conversations/" + conversation, Map.of("model", model));
  }

  private static JsonNode say(Api user, String conversation, String content) {
    return user.post("chat/messages", Map.of("conversationId", conversation, "content", content))
        .body();
  }

  private static String model(JsonNode said) {
    return said.path("assistantMessage").path("usage").path("model").asString();
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
