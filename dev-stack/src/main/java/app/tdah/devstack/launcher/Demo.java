package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user with some life, made through the public API and the mailbox; only once. */
final class Demo implements Runnable {

  private static final String EMAIL = "demo@example.com";
  private static final String PASSWORD = "a-calm-demo-evening";
  private static final Pattern TOKEN = Pattern.compile("[?&#]token=([\\w.~-]+)");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Endpoints endpoints;
  private final Console console;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  Demo(Endpoints endpoints, Console console) {
    this.endpoints = endpoints;
    this.console = console;
  }

  @Override
  public void run() {
    console.status("  … demo user");
    try {
      if (login().isEmpty()) {
        register();
        String token = login().orElseThrow(() -> new CannotStart("The demo user cannot sign in."));
        live(token);
      }
      console.say("Demo user: %s, password %s".formatted(EMAIL, PASSWORD));
    } catch (IOException e) {
      throw new CannotStart("The demo user could not be made: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      console.status("");
    }
  }

  private Optional<String> login() throws IOException, InterruptedException {
    HttpResponse<String> response =
        post(
            "/api/v1/auth/login",
            Map.of("email", EMAIL, "password", PASSWORD, "deviceName", "Demo"),
            null);
    return response.statusCode() == 200
        ? Optional.of(json.readTree(response.body()).path("accessToken").asString())
        : Optional.empty();
  }

  private void register() throws IOException, InterruptedException {
    HttpResponse<String> registered =
        post(
            "/api/v1/auth/register",
            Map.of(
                "email", EMAIL,
                "password", PASSWORD,
                "displayName", "Dana",
                "locale", "en",
                "timeZone", "Europe/Madrid"),
            null);
    if (registered.statusCode() != 201) {
      throw new CannotStart("The demo user could not be registered: " + registered.body());
    }
    expectSuccess(post("/api/v1/auth/email/verify", Map.of("token", mailedToken()), null));
  }

  private String mailedToken() throws IOException, InterruptedException {
    URI mails =
        URI.create(
            endpoints.simulatorUrl()
                + "/api/mails?to="
                + URLEncoder.encode(EMAIL, StandardCharsets.UTF_8));
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (System.nanoTime() < end) {
      HttpRequest request = HttpRequest.newBuilder(mails).timeout(TIMEOUT).build();
      JsonNode items =
          json.readTree(http.send(request, BodyHandlers.ofString()).body()).path("items");
      for (JsonNode mail : items) {
        Matcher token = TOKEN.matcher(mail.path("text").asString(""));
        if (token.find()) {
          return token.group(1);
        }
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new CannotStart("The demo user's confirmation mail did not arrive.");
  }

  private void live(String token) throws IOException, InterruptedException {
    for (String text :
        List.of(
            "call mom tomorrow 5pm #family ~15m",
            "pay the rent on friday !high #home ~10m",
            "water the plants every sunday #home ~5m",
            "sketch the talk for the meetup ~45m #work",
            "book the dentist ~10m !high")) {
      expectSuccess(post("/api/v1/tasks/quick-add", Map.of("text", text), token));
    }
    for (String text : List.of("what's next?", "remind me to stretch tomorrow at 10am")) {
      expectSuccess(post("/api/v1/chat/messages", Map.of("content", text), token));
    }
  }

  private HttpResponse<String> post(String path, Map<String, String> body, @Nullable String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoints.publicUrl() + path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static void expectSuccess(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new CannotStart(
          "The demo failed at %s: %d %s"
              .formatted(response.uri().getPath(), response.statusCode(), response.body()));
    }
  }
}
