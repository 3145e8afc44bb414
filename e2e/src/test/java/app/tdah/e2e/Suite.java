package app.tdah.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the suite under test is, and how to talk to it. */
final class Suite {

  static final JsonMapper JSON = JsonMapper.shared();

  static final URI URL = URI.create(setting("ASSISTANT_URL", "http://localhost:8080"));
  static final URI SIMULATOR = URI.create(setting("SIMULATOR_URL", "http://localhost:8090"));

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Suite() {}

  static Answer send(String method, URI uri, Map<String, String> headers, @Nullable Object body) {
    return raw(method, uri, headers, body == null ? null : JSON.writeValueAsString(body));
  }

  static Answer raw(String method, URI uri, Map<String, String> headers, @Nullable String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.method(method, HttpRequest.BodyPublishers.ofString(body));
      request.setHeader("Content-Type", "application/json");
    }
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Posts to auth-service as somebody who has no access token. */
  static Answer auth(String path, Object body) {
    return send("POST", URL.resolve("/api/v1/auth/" + path), Map.of(), body);
  }

  static Answer simulator(String method, String path, @Nullable Object body) {
    return send(method, SIMULATOR.resolve(path), Map.of(), body);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static HttpClient http() {
    return HTTP;
  }

  private static String setting(String name, String fallback) {
    String value = System.getenv(name);
    return value == null ? fallback : value;
  }

  /** An HTTP answer. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String text() {
      return response.body();
    }

    @Nullable String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    /** This answer, if it has the status. */
    Answer expect(int status) {
      if (status() != status) {
        throw new AssertionError(
            response.request().method()
                + " "
                + response.uri()
                + " answered "
                + status()
                + ": "
                + text());
      }
      return this;
    }
  }
}
