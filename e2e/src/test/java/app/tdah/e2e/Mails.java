package app.tdah.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the simulator has received for an address, the newest first. */
final class Mails {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Mails() {}

  /** The token in the newest link to a page of the web app, as soon as there is one. */
  static String token(String address, String page) {
    return await()
        .atMost(PATIENCE)
        .until(() -> tokens(address, page), tokens -> !tokens.isEmpty())
        .getFirst();
  }

  static List<String> tokens(String address, String page) {
    Pattern link = Pattern.compile("/" + page + "\\?token=([A-Za-z0-9_-]+)");
    return StreamSupport.stream(to(address).spliterator(), false)
        .map(mail -> link.matcher(mail.path("text").asString()).results().findFirst().orElse(null))
        .filter(Objects::nonNull)
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  /** Waits for a mail with this subject and returns its text. */
  static String arrived(String address, String subject) {
    return await(subject)
        .atMost(PATIENCE)
        .until(() -> texts(address, subject), texts -> !texts.isEmpty())
        .getFirst();
  }

  private static List<String> texts(String address, String subject) {
    return StreamSupport.stream(to(address).spliterator(), false)
        .filter(mail -> mail.path("subject").asString().equals(subject))
        .map(mail -> mail.path("text").asString())
        .toList();
  }

  private static JsonNode to(String address) {
    return Suite.simulator("GET", "/api/mails?to=" + Suite.encoded(address), null)
        .expect(200)
        .json()
        .path("items");
  }
}
