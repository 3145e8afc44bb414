package app.tdah.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class PasswordsTests {

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Passwords passwords = passwords(TestAccounts.OWASP);

  @Test
  void anOlderHashStaysGoodAndIsOutdated() {
    Passwords weaker = passwords(new AccountProperties.Argon2(12 * 1024, 3, 1));
    String old = weaker.hash("correct horse battery staple");
    assertThat(old).startsWith("$argon2id$v=19$m=12288,t=3,p=1$");
    assertThat(passwords.matches("correct horse battery staple", old)).isTrue();
    assertThat(passwords.matches("correct horse battery stable", old)).isFalse();
    assertThat(passwords.outdated(old)).isTrue();
    assertThat(passwords.outdated(passwords.hash("correct horse battery staple"))).isFalse();
  }

  @Test
  void everyCharacterCounts() {
    String phrase = "Correct horse battery staple ".repeat(4) + " end";
    String hash = passwords.hash(phrase);
    assertThat(passwords.matches(phrase, hash)).isTrue();
    assertThat(passwords.matches(phrase.substring(0, phrase.length() - 1), hash)).isFalse();
    assertThat(passwords.matches(phrase.replace("Correct", "correct"), hash)).isFalse();
    assertThat(passwords.matches(" " + phrase, hash)).isFalse();
  }

  @Test
  void whatIsNoTextIsHashedAllTheSame() {
    String hash = passwords.hash("four calm blue whales \ud800");
    assertThat(passwords.matches("four calm blue whales \ud800", hash)).isTrue();
    assertThat(passwords.matches("four calm blue whales", hash)).isFalse();
    String whole = passwords.hash("four calm blue whales \ud83d\udc33");
    assertThat(passwords.matches("four calm blue whales ?", whole)).isFalse();
  }

  @Test
  void nobodysPasswordIsHashedToo() {
    double before = hashes();
    assertThat(passwords.matches("correct horse battery staple", null)).isFalse();
    assertThat(hashes() - before).isEqualTo(1);
  }

  private double hashes() {
    return metrics.get("auth.password.hashes").counter().count();
  }

  private Passwords passwords(AccountProperties.Argon2 argon2) {
    return new Passwords(TestAccounts.properties(argon2, null), metrics);
  }
}
