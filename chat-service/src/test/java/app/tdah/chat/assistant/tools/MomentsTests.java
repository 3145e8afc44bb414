package app.tdah.chat.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTests {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T17:00,2026-11-24T16:00:00Z",
    "2026-11-24T17:00:30,2026-11-24T16:00:30Z",
    "2026-11-24T17:00:00Z,2026-11-24T17:00:00Z",
    "2026-11-24T17:00:00-03:00,2026-11-24T20:00:00Z",
    "2026-11-24T17:00:00.123456Z,2026-11-24T17:00:00.123456Z",
    "2026-11-24T17:00-03:00[America/Sao_Paulo],2026-11-24T20:00:00Z",
    "2026-11-24,2026-11-24T08:00:00Z"
  })
  void readsWhatModelsWrite(String text, Instant moment) {
    assertThat(Moments.read(text, MADRID)).isEqualTo(moment);
  }

  @Test
  void refusesWords() {
    assertThatIllegalArgumentException().isThrownBy(() -> Moments.read("tomorrow", MADRID));
  }
}
