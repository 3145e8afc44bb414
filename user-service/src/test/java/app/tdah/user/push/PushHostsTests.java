package app.tdah.user.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushHostsTests {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/abc",
        "https://FCM.googleapis.com:443/fcm/send/abc",
        "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "https://web.push.apple.com/abc",
        "https://push.example.org/abc"
      })
  void takesKnownServices(String endpoint) {
    assertThat(hosts(false).accept(endpoint)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com:8443/abc",
        "https://fcm.googleapis.com@10.0.0.1/abc",
        "https://fcm.googleapis.com.evil.example/abc",
        "https://push.apple.com.evil.example/abc",
        "https://evilpush.apple.com.example/abc",
        "https://.push.apple.com/abc",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/abc",
        "https://127.0.0.1:8080/abc",
        "https://[::1]/abc",
        "file:///etc/passwd",
        "https:///abc",
        "fcm.googleapis.com/abc",
        "https://fcm.googleapis.com/a b",
        "https://fcm.googleapis.com/abc#x",
        ""
      })
  void refusesAllElse(String endpoint) {
    assertThat(hosts(false).accept(endpoint)).isEmpty();
  }

  @Test
  void takesThisMachineWhereThatIsAllowed() {
    assertThat(hosts(true).accept("http://127.0.0.1:9000/abc")).isPresent();
    assertThat(hosts(true).accept("http://localhost:9000/abc")).isPresent();
    assertThat(hosts(true).accept("http://10.0.0.1:9000/abc")).isEmpty();
  }

  @Test
  void readsRetryAfterAsSecondsAndAsDate() {
    assertThat(RetryAfter.read("120", NOW)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.read("Fri, 20 Nov 2026 10:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
    assertThat(RetryAfter.read("Fri, 20 Nov 2026 09:00:00 GMT", NOW)).contains(Duration.ZERO);
    assertThat(RetryAfter.read("soon", NOW)).isEmpty();
    assertThat(RetryAfter.read("99999999999999999999", NOW)).isEmpty();
  }

  private static PushHosts hosts(boolean allowLoopback) {
    return new PushHosts(
        new PushProperties(
            "mailto:a@example.org",
            "",
            "",
            List.of("fcm.googleapis.com", "*.push.services.mozilla.com", "*.push.apple.com"),
            List.of("push.example.org", ""),
            allowLoopback,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            20));
  }
}
