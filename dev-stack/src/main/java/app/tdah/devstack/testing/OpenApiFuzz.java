package app.tdah.devstack.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends bad input to every operation of a running service, made from the service's own OpenAPI
 * document, and collects the answers that are not allowed: a 5xx, or an error that is not
 * problem+json with a code.
 */
public final class OpenApiFuzz {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI service;
  private final Supplier<String> authorization;
  private final List<String> violations = new ArrayList<>();
  private int requests;

  /**
   * Aims at a service.
   *
   * @param service such as {@code http://localhost:8083}
   * @param authorization makes an {@code Authorization} header for each operation: one of them may
   *     end its session
   */
  public OpenApiFuzz(URI service, Supplier<String> authorization) {
    this.service = service;
    this.authorization = authorization;
  }

  /** What went wrong, one line each; empty when nothing did. */
  public List<String> run() throws IOException, InterruptedException {
    JsonNode document =
        JSON.readTree(
            client
                .send(
                    HttpRequest.newBuilder(service.resolve("/v3/api-docs")).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        attack(
            new FuzzTarget(
                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                path.getKey(),
                operation.getValue(),
                document));
      }
    }
    return List.copyOf(violations);
  }

  /** How many requests were sent. */
  public int requests() {
    return requests;
  }

  private void attack(FuzzTarget target) throws IOException, InterruptedException {
    String bearer = authorization.get();
    for (FuzzTarget.Attempt attempt : target.attempts()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(service + attempt.path()))
              .timeout(PATIENCE)
              .header("Authorization", bearer);
      attempt.headers().forEach(request::setHeader);
      String body = attempt.body();
      HttpResponse<String> response =
          client.send(
              request
                  .method(
                      target.method(),
                      body == null
                          ? HttpRequest.BodyPublishers.noBody()
                          : HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      requests++;
      judge(target, attempt, response);
    }
  }

  private void judge(FuzzTarget target, FuzzTarget.Attempt attempt, HttpResponse<String> response) {
    boolean refused = response.statusCode() >= 400;
    if (response.statusCode() >= 500 || refused && !isProblem(response)) {
      violations.add(
          "%s %s (%s): %d %s %s"
              .formatted(
                  target.method(),
                  shortened(attempt.path()),
                  attempt.name(),
                  response.statusCode(),
                  response.headers().firstValue("Content-Type").orElse("without a type"),
                  shortened(response.body())));
    }
  }

  private static boolean isProblem(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/problem+json")) {
      return false;
    }
    try {
      JsonNode problem = JSON.readTree(response.body());
      return problem.path("status").asInt() == response.statusCode()
          && !problem.path("code").asString("").isEmpty();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static String shortened(String text) {
    return text.length() > 160 ? text.substring(0, 160) + "…" : text;
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String someId() {
    return UUID.randomUUID().toString();
  }
}
