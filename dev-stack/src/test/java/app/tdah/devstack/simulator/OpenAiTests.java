package app.tdah.devstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OpenAiTests {
  private static final String TOOLS =
      """
      ,"tools":[{"type":"function","function":{"name":"list_tasks","parameters":{}}},
       {"type":"function","function":{"name":"create_reminder","parameters":{"type":"object",
        "properties":{"text":{"type":"string"},"priority":{"type":"string","enum":["LOW"]},
        "note":{"type":"string"}},"required":["text","priority"]}}}]\
      """;

  private Simulator simulator;
  private Http http;
  private Http model;

  @BeforeEach
  void start() {
    simulator = Simulator.start(SimulatorSettings.inMemory());
    http = new Http(simulator.baseUri());
    model = http.with("Authorization", "Bearer sk-test");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/openai/v1"})
  void answersInTheVendorsFormat(String base) {
    Http.Answer answer = model.json("POST", base + "/chat/completions", request("hello", ""));
    JsonNode json = answer.json();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(json.path("object").asString()).isEqualTo("chat.completion");
    assertThat(json.path("model").asString()).isEqualTo("gpt-test");
    JsonNode choice = json.path("choices").get(0);
    assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
    assertThat(choice.path("message").path("content").asString()).contains("hello");
    JsonNode usage = json.path("usage");
    assertThat(usage.path("total_tokens").asInt())
        .isEqualTo(usage.path("prompt_tokens").asInt() + usage.path("completion_tokens").asInt());
    assertThat(model.get(base + "/models").json().path("data")).hasSize(1);
  }

  @Test
  void streamsChunksWithUsageLast() {
    Http.Answer answer =
        complete(request("hello", ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));
    assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
    List<JsonNode> chunks = chunks(answer);
    assertThat(chunks.getFirst().path("object").asString()).isEqualTo("chat.completion.chunk");
    assertThat(delta(chunks.getFirst()).path("role").asString()).isEqualTo("assistant");
    assertThat(chunks.getFirst().path("usage").isNull()).isTrue();
    String text =
        chunks.stream()
            .filter(chunk -> !chunk.path("choices").isEmpty())
            .map(chunk -> delta(chunk).path("content").asString(""))
            .collect(Collectors.joining());
    assertThat(text).contains("hello");
    assertThat(
            chunks.get(chunks.size() - 2).path("choices").get(0).path("finish_reason").asString())
        .isEqualTo("stop");
    assertThat(chunks.getLast().path("choices")).isEmpty();
    assertThat(chunks.getLast().path("usage").path("total_tokens").asInt()).isPositive();
    assertThat(chunks(complete(request("hello", ",\"stream\":true"))).getLast().has("usage"))
        .isFalse();
  }

  @Test
  void callsTheFittingToolAndConcludesFromItsResult() {
    JsonNode choice =
        complete(request("Remind me to call mom", TOOLS)).json().path("choices").get(0);
    assertThat(choice.path("finish_reason").asString()).isEqualTo("tool_calls");
    JsonNode call = choice.path("message").path("tool_calls").get(0);
    assertThat(call.path("function").path("name").asString()).isEqualTo("create_reminder");
    assertThat(call.path("function").path("arguments").asString())
        .isEqualTo("{\"text\":\"Remind me to call mom\",\"priority\":\"LOW\"}");

    String result =
        """
        {"model":"gpt-test","messages":[{"role":"user","content":"Remind me to call mom"},
         {"role":"assistant","content":null,"tool_calls":[%s]},
         {"role":"tool","tool_call_id":"x","content":"Reminder set"}]%s}\
        """
            .formatted(call, TOOLS);
    choice = complete(result).json().path("choices").get(0);
    assertThat(choice.path("message").path("content").asString()).isEqualTo("Done. Reminder set");
  }

  @Test
  void streamsTheArgumentsOfACallInPieces() {
    List<JsonNode> chunks =
        chunks(complete(request("remind me to rest", TOOLS + ",\"stream\":true")));
    JsonNode first = delta(chunks.getFirst()).path("tool_calls").get(0);
    assertThat(first.path("id").asString()).startsWith("call_");
    assertThat(first.path("function").path("name").asString()).isEqualTo("create_reminder");
    String arguments =
        chunks.stream()
            .map(chunk -> delta(chunk).path("tool_calls").path(0))
            .map(call -> call.path("function").path("arguments").asString(""))
            .collect(Collectors.joining());
    assertThat(Http.JSON.readTree(arguments).path("text").asString())
        .isEqualTo("remind me to rest");
    assertThat(chunks.getLast().path("choices").get(0).path("finish_reason").asString())
        .isEqualTo("tool_calls");
  }

  @Test
  void callsNoToolWhenNoneIsWanted() {
    String none = TOOLS + ",\"tool_choice\":\"none\"";
    assertThat(complete(request("remind me to rest", none)).text()).doesNotContain("tool_calls");
  }

  @Test
  void failsInTheVendorsFormat() {
    Http.Answer anonymous = http.json("POST", "/v1/chat/completions", request("hello", ""));
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(anonymous.json().path("error").path("code").asString()).isEqualTo("invalid_api_key");
    assertThat(complete("{\"model\":\"m\"}").json().path("error").path("param").asString())
        .isEqualTo("messages");
    assertThat(complete("{").status()).isEqualTo(400);

    http.json("PUT", "/api/faults/openai", "{\"status\":429,\"retryAfter\":2,\"times\":1}");
    Http.Answer limited = complete(request("hello", ""));
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isEqualTo("2");
    assertThat(limited.json().path("error").path("code").asString())
        .isEqualTo("rate_limit_exceeded");
    assertThat(complete(request("hello", "")).status()).isEqualTo(200);
  }

  @Test
  void cutsAStreamWhenAsked() {
    http.json("PUT", "/api/faults/openai", "{\"cutAfterChunks\":2,\"times\":1}");
    assertThatThrownBy(() -> complete(request("hello", ",\"stream\":true")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(complete(request("hello", ",\"stream\":true")).text()).endsWith("data: [DONE]\n\n");
  }

  private Http.Answer complete(String body) {
    return model.json("POST", "/v1/chat/completions", body);
  }

  private static String request(String text, String more) {
    return "{\"model\":\"gpt-test\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]%s}"
        .formatted(text, more);
  }

  private static JsonNode delta(JsonNode chunk) {
    return chunk.path("choices").path(0).path("delta");
  }

  private static List<JsonNode> chunks(Http.Answer answer) {
    List<String> events = Arrays.asList(answer.text().split("\n\n"));
    assertThat(events.getLast()).isEqualTo("data: [DONE]");
    return events.stream()
        .limit(events.size() - 1)
        .map(event -> Http.JSON.readTree(event.substring("data: ".length())))
        .toList();
  }
}
