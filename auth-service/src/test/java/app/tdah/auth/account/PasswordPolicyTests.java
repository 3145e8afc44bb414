package app.tdah.auth.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.defaults.web.InvalidField;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

  private final PasswordPolicy policy =
      new PasswordPolicy(
          new BreachedPasswords(TestAccounts.properties(null), new SimpleMeterRegistry()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tr0ub4dor&3", // 11 characters
        "aaaaaaaaaaaaaaaa",
        "qwertyuiopasdf",
        "anasilva1990", // all of it personal
        "PersonalAssistantTDAH", // all of it ours
      })
  void refusesWhatIsShortOrGuessed(String password) {
    assertThatThrownBy(
            () -> policy.check("password", password, List.of("anasilva@example.org", "anasilva")))
        .isInstanceOf(InvalidField.class);
  }

  @Test
  void takesPassphrasesInAnyScript() {
    assertThatCode(() -> policy.check("password", "correct horse battery staple", List.of("ana")))
        .doesNotThrowAnyException();
    assertThatCode(() -> policy.check("password", "açaí-na-tigela às 7h47", List.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void takesUpTo128Characters() {
    String phrase = "correct horse battery staple, over hills of açaí ".repeat(3).substring(0, 128);
    assertThatCode(() -> policy.check("password", phrase, List.of())).doesNotThrowAnyException();
    assertThatThrownBy(() -> policy.check("password", phrase + "!", List.of()))
        .isInstanceOf(InvalidField.class);
  }

  @Test
  void countsCharactersAndNotCodeUnits() {
    assertThatThrownBy(() -> policy.check("password", "🐙🦑🐡🐠🐟🐬", List.of()))
        .isInstanceOf(InvalidField.class);
  }
}
