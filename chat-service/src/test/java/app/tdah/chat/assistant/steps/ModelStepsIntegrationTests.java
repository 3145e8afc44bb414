package app.tdah.chat.assistant.steps;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A model that breaks down by what the task's title tells it, in the vendor's wire format. */
@EmbeddedServers
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"ASSISTANT_AI_MODEL=openai", "assistant.chat.break-down.patience=2s"})
class ModelStepsIntegrationTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final CountDownLatch OVER = new CountDownLatch(1);
  private static final HttpServer MODEL = model();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void address(DynamicPropertyRegistry registry) {
    registry.add(
        "ASSISTANT_OPENAI_BASE_URL",
        () -> "http://localhost:" + MODEL.getAddress().getPort() + "/v1");
    registry.add("ASSISTANT_OPENAI_API_KEY", () -> "sk-test");
  }

  @AfterAll
  static void stop() {
    OVER.countDown();
    MODEL.stop(0);
  }

  @Test
  void theModelsStepsBecomeTasks() {
    assertThat(steps("good dishes")).containsExactly("Stand up", "Wash", "Dry");
  }

  @Test
  void theLibraryStandsInForNonsenseErrorsAndSilence() {
    for (String title :
        List.of("nonsense dishes", "wrong dishes", "error dishes", "silent dishes")) {
      assertThat(steps(title).getFirst()).as(title).startsWith("Go to the sink");
    }
  }

  private List<String> steps(String title) {
    Api user = Api.newUser(port);
    String task = user.post("tasks", Map.of("title", title)).body().path("id").asString();
    Api.Answer answer = user.post("tasks/" + task + "/break-down", Map.of());
    assertThat(answer.status()).isEqualTo(200);
    return StreamSupport.stream(answer.body().path("subtasks").spliterator(), false)
        .map(step -> step.path("title").asString())
        .toList();
  }

  private static HttpServer model() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/v1/chat/completions", ModelStepsIntegrationTests::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (asked.contains("silent")) {
      hang();
    }
    if (asked.contains("error dishes")) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    String content =
        asked.contains("nonsense")
            ? "I would rather not."
            : asked.contains("wrong")
                ? "{\"steps\":[{\"title\":\"All of it\",\"minutes\":900}]}"
                : "{\"steps\":[{\"title\":\"Stand up\",\"minutes\":1},{\"title\":\"Wash\","
                    + "\"minutes\":9},{\"title\":\"Dry\",\"minutes\":4}]}";
    exchange.getResponseBody().write(stream(content).getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private static void hang() {
    try {
      OVER.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String stream(String content) {
    return chunk(Map.of("role", "assistant", "content", content), "null")
        + chunk(Map.of(), "\"stop\"")
        + "data: [DONE]\n\n";
  }

  private static String chunk(Map<String, String> delta, String reason) {
    return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
        + "\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}\n\n"
            .formatted(JSON.writeValueAsString(delta), reason);
  }
}
