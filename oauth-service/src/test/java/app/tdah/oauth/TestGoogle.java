package app.tdah.oauth;

import app.tdah.devstack.simulator.Simulator;
import app.tdah.devstack.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The simulator's Google, for all tests of the JVM. */
public final class TestGoogle {

  public static final Simulator SIMULATOR = Simulator.start(SimulatorSettings.inMemory());
  public static final String CLIENT_ID = SimulatorSettings.inMemory().googleClientId();
  public static final String CLIENT_SECRET = SimulatorSettings.inMemory().googleClientSecret();

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private TestGoogle() {}

  /** An endpoint below {@code /google}. */
  public static URI endpoint(String path) {
    return URI.create(SIMULATOR.baseUri() + "/google" + path);
  }

  /** What the browser brings to the callback page when the user approves: state and code. */
  public static Map<String, String> approve(URI authorizationUrl) {
    return redirected(URI.create(authorizationUrl + "&auto=approve"));
  }

  /** Follows no redirect; its query parameters. */
  public static Map<String, String> redirected(URI authorizationUrl) {
    HttpResponse<String> response = send("GET", authorizationUrl, "");
    String location = response.headers().firstValue("Location").orElseThrow();
    return UriComponentsBuilder.fromUriString(location)
        .build()
        .getQueryParams()
        .toSingleValueMap()
        .entrySet()
        .stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    java.net.URLDecoder.decode(
                        entry.getValue(), java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** Adds an event of half an hour; returns its id. */
  public static String addEvent(String title, int inHours) {
    Instant start = Instant.now().plus(inHours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    ObjectNode event = JSON.createObjectNode().put("summary", title);
    event.putObject("start").put("dateTime", start.toString());
    event.putObject("end").put("dateTime", start.plusSeconds(1800).toString());
    return call("POST", "/api/google/events", event.toString()).path("id").asString("");
  }

  public static void deleteEvent(String id) {
    call("DELETE", "/api/google/events/" + id, "");
  }

  public static void expireAccessTokens() {
    call("POST", "/api/google/expire-access-tokens", "");
  }

  public static void expireSyncTokens() {
    call("POST", "/api/google/expire-sync-tokens", "");
  }

  public static void revokeAll() {
    call("POST", "/api/google/revoke-all", "");
  }

  public static void fault(String json) {
    call("PUT", "/api/faults/google", json);
  }

  public static void noFault() {
    call("DELETE", "/api/faults/google", "");
  }

  private static JsonNode call(String method, String path, String body) {
    HttpResponse<String> response = send(method, URI.create(SIMULATOR.baseUri() + path), body);
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + response.body());
    }
    return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
  }

  private static HttpResponse<String> send(String method, URI uri, String body) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
