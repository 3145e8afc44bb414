package app.tdah.sms.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTests {

  @ParameterizedTest
  @CsvSource({"a,0,1", "a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2"})
  void countsSeptets(String character, int times, int segments) {
    assertThat(Segments.of(character.repeat(times))).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"ł,70,1", "ł,71,2", "ł,134,2", "ł,135,3", "🎉,35,1", "🎉,36,2"})
  void countsUtf16Units(String character, int times, int segments) {
    assertThat(Segments.of(character.repeat(times))).isEqualTo(segments);
  }

  @Test
  void neverSplitsACharacterBetweenParts() {
    // 67 units hold 33 pairs and leave one over, so a part takes 33: 3 parts for 67 of them.
    assertThat(Segments.of("🎉".repeat(67))).isEqualTo(3);
    // 153 septets hold 76 escaped characters: 153 of them need 3 parts.
    assertThat(Segments.of("€".repeat(153))).isEqualTo(3);
  }

  @Test
  void spanishAccentsOutsideTheAlphabetCostMore() {
    assertThat(Segments.of("ñ".repeat(160))).isEqualTo(1);
    assertThat(Segments.of("á" + "a".repeat(159))).isEqualTo(3);
  }
}
