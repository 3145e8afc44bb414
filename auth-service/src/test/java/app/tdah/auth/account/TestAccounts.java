package app.tdah.auth.account;

import java.net.URI;
import java.time.Duration;

final class TestAccounts {

  static final AccountProperties.Argon2 OWASP = new AccountProperties.Argon2(19 * 1024, 2, 1);

  private TestAccounts() {}

  static AccountProperties properties(URI breachCheckUrl) {
    return properties(OWASP, breachCheckUrl);
  }

  static AccountProperties properties(AccountProperties.Argon2 argon2, URI breachCheckUrl) {
    return new AccountProperties(
        null,
        URI.create("http://localhost:8080"),
        Duration.ofDays(7),
        1,
        Duration.ofSeconds(10),
        argon2,
        breachCheckUrl);
  }
}
