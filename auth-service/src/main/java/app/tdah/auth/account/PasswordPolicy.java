package app.tdah.auth.account;

import app.tdah.defaults.web.InvalidField;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good enough: 12 to 128 characters that zxcvbn cannot guess quickly, and,
 * where a list is configured, that are on no list of breached ones.
 */
@Component
class PasswordPolicy {

  private static final int MIN_LENGTH = 12;
  private static final int MAX_LENGTH = 128;
  private static final int MIN_SCORE = 3;

  /** zxcvbn's time grows faster than the password; this much of it decides well enough. */
  private static final int MEASURED_LENGTH = 64;

  /** What everybody who guesses here tries first. */
  private static final List<String> PRODUCT =
      List.of("personal", "assistant", "personalassistant", "tdah", "adhd");

  private final Zxcvbn zxcvbn = new Zxcvbn();
  private final BreachedPasswords breached;

  PasswordPolicy(BreachedPasswords breached) {
    this.breached = breached;
  }

  /**
   * Refuses a weak password.
   *
   * @param field how the request calls it
   * @param personal what is easy to guess about this person, such as name and address
   * @throws InvalidField naming {@code field}
   */
  void check(String field, String password, List<String> personal) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new InvalidField(field, "Use %d to %d characters.".formatted(MIN_LENGTH, MAX_LENGTH));
    }
    String measured = password.substring(0, Math.min(password.length(), MEASURED_LENGTH));
    List<String> guessed = Stream.concat(PRODUCT.stream(), personal.stream()).toList();
    Strength strength = zxcvbn.measure(measured, guessed);
    if (strength.getScore() < MIN_SCORE) {
      throw new InvalidField(field, explain(strength));
    }
    if (breached.contains(password)) {
      throw new InvalidField(
          field, "This password is on a public list of stolen passwords. Choose another one.");
    }
  }

  private static String explain(Strength strength) {
    String warning = strength.getFeedback().getWarning();
    return warning == null || warning.isBlank()
        ? "This is easy to guess. Add another word or two."
        : "This is easy to guess: " + warning;
  }

  /** The first measurement reads the dictionaries, which takes most of a second. */
  @EventListener(ApplicationReadyEvent.class)
  void warmUp() {
    Thread.ofVirtual().start(() -> zxcvbn.measure("warm the dictionaries"));
  }
}
