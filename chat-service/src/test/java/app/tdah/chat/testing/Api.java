package app.tdah.chat.testing;

import app.tdah.devstack.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in user of a running service. */
public record Api(int port, UUID userId, UUID sessionId) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public static Api newUser(int port) {
    return new Api(port, UUID.randomUUID(), UUID.randomUUID());
  }

  /** Status, body and entity tag of an answer. */
  public record Answer(int status, JsonNode body, String etag) {}

  public String token() {
    return TestTokens.token(userId, sessionId, Duration.ofMinutes(10), "USER");
  }

  public Answer get(String path) {
    return call("GET", path, null);
  }

  public Answer post(String path, Map<String, ?> body) {
    return call("POST", path, body);
  }

  /** Says something and returns the whole answer. */
  public JsonNode say(String content) {
    return post("chat/messages", Map.of("content", content)).body();
  }

  /** Says something and returns what the assistant says. */
  public String answer(String content) {
    return say(content).path("assistantMessage").path("content").asString();
  }

  /** A file. */
  public String text(String path) {
    return send("GET", path, null, Map.of()).body();
  }

  public Answer call(String method, String path, Object body) {
    return call(method, path, body, Map.of());
  }

  /** With more headers. */
  public Answer call(String method, String path, Object body, Map<String, String> headers) {
    HttpResponse<String> response = send(method, path, body, headers);
    String text = response.body();
    return new Answer(
        response.statusCode(),
        JSON.readTree(text.isEmpty() ? "null" : text),
        response.headers().firstValue("ETag").orElse(""));
  }

  private HttpResponse<String> send(
      String method, String path, Object body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/" + path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
