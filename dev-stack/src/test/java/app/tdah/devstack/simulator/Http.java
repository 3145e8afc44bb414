package app.tdah.devstack.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the simulator that follows no redirects. */
final class Http {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** A status, the headers, and the body as text and JSON. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    String text() {
      return response.body();
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Http(URI base) {
    this.base = base;
  }

  Http with(String header, String value) {
    Http other = new Http(base);
    other.headers.putAll(headers);
    other.headers.put(header, value);
    return other;
  }

  Answer get(String path) {
    return send("GET", path, null, "application/json");
  }

  Answer delete(String path) {
    return send("DELETE", path, null, "application/json");
  }

  Answer json(String method, String path, String body) {
    return send(method, path, body, "application/json");
  }

  Answer form(String path, Map<String, String> form) {
    return send("POST", path, query(form), "application/x-www-form-urlencoded");
  }

  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Answer send(String method, String path, String body, String contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    request.setHeader("Content-Type", contentType);
    headers.forEach(request::setHeader);
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
