package app.tdah.sms;

import app.tdah.devstack.simulator.Simulator;
import app.tdah.devstack.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's phone network, for all tests of the JVM. */
public final class TestPhone {

  public static final Simulator SIMULATOR = Simulator.start(SimulatorSettings.inMemory());
  public static final String ACCOUNT_SID = SimulatorSettings.inMemory().accountSid();
  public static final String AUTH_TOKEN = SimulatorSettings.inMemory().authToken();
  public static final String OUR_NUMBER = SimulatorSettings.inMemory().numbers().getFirst();

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private TestPhone() {}

  /** Texts the suite; the simulator delivers before it answers. */
  public static void text(String from, String body) {
    call(
        "POST",
        "/api/phone/messages",
        JSON.createObjectNode()
            .put("from", from)
            .put("to", OUR_NUMBER)
            .put("body", body)
            .toString());
  }

  /** Bodies that reached the number, oldest first. */
  public static List<String> received(String number) {
    JsonNode items =
        call(
                "GET",
                "/api/phone/messages?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8),
                "")
            .path("items");
    List<String> bodies = new ArrayList<>();
    for (JsonNode item : items) {
      if (item.path("to").asString("").equals(number)) {
        bodies.addFirst(item.path("body").asString(""));
      }
    }
    return bodies;
  }

  /** Switches a fault on. */
  public static void fault(String json) {
    call("PUT", "/api/faults/twilio", json);
  }

  public static void noFault() {
    call("DELETE", "/api/faults/twilio", "");
  }

  private static JsonNode call(String method, String path, String body) {
    try {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(SIMULATOR.baseUri() + path))
                  .header("Content-Type", "application/json")
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(path + ": " + response.body());
      }
      return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
