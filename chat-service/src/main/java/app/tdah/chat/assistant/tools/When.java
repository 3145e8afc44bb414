package app.tdah.chat.assistant.tools;

import app.tdah.chat.language.QuickAdd;
import app.tdah.chat.language.QuickAddResult;
import app.tdah.defaults.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Reads when something shall be: in ISO 8601, in words of the user's language, or in minutes. */
final class When {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Pattern MINUTES =
      Pattern.compile(
          "(?i)(?:(?:in|for|en|por|em)\\s+)?(\\d{1,4})\\s*(?:m|mins?|minutes?|minutos?)?");

  private When() {}

  static Instant read(String when, ToolScope scope) {
    return minutes(when, scope)
        .or(() -> iso(when, scope))
        .or(() -> words(when, scope))
        .orElseThrow(Unclear::new);
  }

  private static Optional<Instant> minutes(String when, ToolScope scope) {
    Matcher minutes = MINUTES.matcher(when.strip());
    return minutes.matches() && !minutes.group(1).matches("0+")
        ? Optional.of(
            scope.now().toInstant().plus(Duration.ofMinutes(Long.parseLong(minutes.group(1)))))
        : Optional.empty();
  }

  private static Optional<Instant> iso(String when, ToolScope scope) {
    try {
      return Optional.of(Moments.read(when, scope.now().getZone()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> words(String when, ToolScope scope) {
    QuickAddResult read = QuickAdd.parse(when, scope.locale(), scope.now());
    return Optional.ofNullable(read.dueAt())
        .or(() ->
            Optional.ofNullable(read.dueDate())
                .map(day -> day.atTime(MORNING).atZone(scope.now().getZone()).toInstant()));
  }

  private static final class Unclear extends ProblemException {
    Unclear() {
      super(HttpStatus.BAD_REQUEST, "no-time", "Ask the user when: there is no time in the text.");
    }
  }
}
