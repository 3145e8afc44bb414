package app.tdah.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.defaults.web.InvalidField;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that speaks the range API of Have I Been Pwned. */
class BreachedPasswordsTests {

  /** SHA-1 of {@code password}: 5BAA6 1E4C9B93F3F0682250B6CF8331B7EE68FD8. */
  private static final String LISTED = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String answer = "";
  private volatile int status = 200;
  private HttpServer server;
  private BreachedPasswords breached;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Add-Padding"));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          try (exchange) {
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    breached = new BreachedPasswords(TestAccounts.properties(url), metrics);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void findsWhatIsListedAndTellsFiveDigitsOnly() {
    answer = "003D68EB55068C33ACE09247EE4C639306B:3\r\n" + LISTED + ":9545824\r\n";
    assertThat(breached.contains("password")).isTrue();
    assertThat(asked).containsExactly("/range/5BAA6 true");
    assertThat(checks("found")).isEqualTo(1);
  }

  @Test
  void paddingIsNoFinding() {
    answer = LISTED + ":0\r\n003D68EB55068C33ACE09247EE4C639306B:3\r\n";
    assertThat(breached.contains("password")).isFalse();
    assertThat(checks("clean")).isEqualTo(1);
  }

  @Test
  void aProviderThatIsDownKeepsNobodyOut() {
    status = 503;
    assertThat(breached.contains("password")).isFalse();
    server.stop(0);
    assertThat(breached.contains("password")).isFalse();
    assertThat(checks("unavailable")).isEqualTo(2);
  }

  @Test
  void asksNobodyWithoutAnAddress() {
    assertThat(new BreachedPasswords(TestAccounts.properties(null), metrics).contains("password"))
        .isFalse();
    assertThat(asked).isEmpty();
  }

  @Test
  void thePolicyRefusesABreachedPasswordByField() {
    answer = sha1("correct horse battery staple").substring(5) + ":2";
    PasswordPolicy policy = new PasswordPolicy(breached);
    assertThatThrownBy(() -> policy.check("newPassword", "correct horse battery staple", List.of()))
        .isInstanceOf(InvalidField.class);
    answer = "";
    policy.check("newPassword", "correct horse battery staple", List.of());
  }

  private double checks(String outcome) {
    return metrics.get("auth.breached.checks").tag("outcome", outcome).counter().count();
  }

  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
