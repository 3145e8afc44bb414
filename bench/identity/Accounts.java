import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People of the suite under test, and auth-service as they use it. */
final class Accounts {

  static final String PASSWORD = "correct-Horse-battery-9-staple";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String auth;
  private final String simulator;

  Accounts(String auth, String simulator) {
    this.auth = auth + "/api/v1/auth/";
    this.simulator = simulator;
  }

  String login(String email) throws IOException, InterruptedException {
    return post(
        "login",
        "{\"email\":\"%s\",\"password\":\"%s\",\"refreshTokenDelivery\":\"BODY\"}"
            .formatted(email, PASSWORD));
  }

  /** Registers somebody and confirms the address. */
  String person(int number) throws IOException, InterruptedException {
    String email = "bench-%d-%d@example.com".formatted(System.nanoTime(), number);
    post(
        "register",
        "{\"email\":\"%s\",\"password\":\"%s\",\"displayName\":\"Bench\"}"
            .formatted(email, PASSWORD));
    Pattern link = Pattern.compile("token=([A-Za-z0-9_-]+)");
    for (int attempt = 0; attempt < 200; attempt++) {
      HttpRequest mails =
          HttpRequest.newBuilder(URI.create(simulator + "/api/mails?to=" + email)).build();
      Matcher token = link.matcher(http.send(mails, HttpResponse.BodyHandlers.ofString()).body());
      if (token.find()) {
        post("email/verify", "{\"token\":\"%s\"}".formatted(token.group(1)));
        return email;
      }
      Thread.sleep(300);
    }
    throw new IllegalStateException("no mail came");
  }

  String post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(auth + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  static String field(String name, String json) {
    Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
    if (!value.find()) {
      throw new IllegalStateException("no " + name);
    }
    return value.group(1);
  }
}
