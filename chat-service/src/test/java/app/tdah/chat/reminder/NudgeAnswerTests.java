package app.tdah.chat.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.reminder.NudgeAnswer.Kind;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NudgeAnswerTests {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @ParameterizedTest
  @CsvSource({
    "DONE,DONE,0",
    "done!,DONE,0",
    "Hecho,DONE,0",
    "¡Listo!,DONE,0",
    "feito.,DONE,0",
    "10,SNOOZE,10",
    "15 min,SNOOZE,15",
    "20 minutos,SNOOZE,20",
    "LATER,LATER,0",
    "Después,LATER,0",
    "más  tarde,LATER,0",
    "depois,LATER,0",
    "Smaller,SMALLER,0",
    "más pequeño,SMALLER,0",
    "menor,SMALLER,0",
    "skip,SKIP,0",
    "SALTAR,SKIP,0",
    "pular,SKIP,0"
  })
  void readsOneWordInThreeLanguages(String said, Kind kind, int minutes) {
    assertThat(NudgeAnswer.read(said)).contains(new NudgeAnswer(kind, minutes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "9999", "done with the dishes", "in 10 minutes call", "yes", "?"})
  void leavesAllElseToTheAssistant(String said) {
    assertThat(NudgeAnswer.read(said)).isEmpty();
  }

  @Test
  void quietHoursGoOverMidnight() {
    QuietHours.Span night = new QuietHours.Span(LocalTime.of(22, 0), LocalTime.of(7, 0));
    Instant morning = Instant.parse("2026-11-21T06:00:00Z");
    assertThat(night.endAfter(Instant.parse("2026-11-20T22:30:00Z"), MADRID)).contains(morning);
    assertThat(night.endAfter(Instant.parse("2026-11-21T04:00:00Z"), MADRID)).contains(morning);
    assertThat(night.endAfter(morning, MADRID)).isEmpty();
    LocalTime noon = LocalTime.NOON;
    assertThat(new QuietHours.Span(noon, noon).endAfter(morning, MADRID)).isEmpty();
  }
}
