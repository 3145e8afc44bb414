package app.tdah.auth.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks whether a password is known to thieves, by the range API of Have I Been Pwned: only the
 * first five digits of its SHA-1 leave the house, and the answer is padded. A provider that is down
 * keeps nobody from choosing a password.
 */
@Component
class BreachedPasswords {

  private static final Logger log = LoggerFactory.getLogger(BreachedPasswords.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final int PREFIX = 5;

  private final Optional<String> url;
  private final Counter found;
  private final Counter clean;
  private final Counter unavailable;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  BreachedPasswords(AccountProperties properties, MeterRegistry metrics) {
    this.url =
        Optional.ofNullable(properties.breachCheckUrl())
            .map(URI::toString)
            .filter(address -> !address.isBlank())
            .map(address -> address.replaceFirst("/+$", ""));
    this.found = counter(metrics, "found");
    this.clean = counter(metrics, "clean");
    this.unavailable = counter(metrics, "unavailable");
  }

  /** Whether it is on the list; false too where there is no list, or none that answers. */
  boolean contains(String password) {
    return url.isPresent() && isListed(url.get(), sha1(password));
  }

  private boolean isListed(String address, String hash) {
    String suffix = hash.substring(PREFIX) + ":";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/range/" + hash.substring(0, PREFIX)))
            .header("Add-Padding", "true")
            .header("User-Agent", "personal-assistant")
            .timeout(TIMEOUT)
            .build();
    try {
      HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException("status " + answer.statusCode());
        }
        boolean listed =
            lines.anyMatch(line ->
                line.regionMatches(true, 0, suffix, 0, suffix.length())
                    && !line.substring(suffix.length()).strip().equals("0")); // padding
        (listed ? found : clean).increment();
        return listed;
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      log.warn("the list of breached passwords does not answer: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    unavailable.increment();
    return false;
  }

  private static Counter counter(MeterRegistry metrics, String outcome) {
    return Counter.builder("auth.breached.checks")
        .description("Passwords looked up in the list of breached ones")
        .tag("outcome", outcome)
        .register(metrics);
  }

  private static String sha1(String password) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
