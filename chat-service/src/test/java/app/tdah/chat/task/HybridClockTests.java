package app.tdah.chat.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HybridClockTests {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void sortsAsItsText() {
    HybridClock a = HybridClock.parse("001764000000000-0001-phone");
    HybridClock b = HybridClock.parse("001764000000000-000a-phone");
    HybridClock c = HybridClock.parse("001764000000001-0000-laptop");
    assertThat(a).isLessThan(b);
    assertThat(b).isLessThan(c);
    assertThat(a.toString()).isLessThan(b.toString());
    assertThat(b.toString()).isLessThan(c.toString());
    assertThat(HybridClock.parse(c.toString())).isEqualTo(c);
  }

  @Test
  void neverReadsEarlierThanWhatItHasSeen() {
    HybridClock ahead = HybridClock.at(NOW.plusSeconds(9), "phone");
    HybridClock here = HybridClock.at(NOW, HybridClock.SERVER);
    assertThat(here.notBefore(ahead)).isGreaterThan(ahead);
    assertThat(ahead.notBefore(here)).isEqualTo(ahead);
    HybridClock full = new HybridClock(5, 0xffff, "phone");
    assertThat(HybridClock.at(Instant.EPOCH, "x").notBefore(full)).isGreaterThan(full);
  }

  @Test
  void aClockFarAheadReadsOurs() {
    HybridClock far = HybridClock.at(NOW.plusSeconds(3600), "phone");
    assertThat(far.clamped(NOW, NOW.plusSeconds(60))).isEqualTo(HybridClock.at(NOW, "phone"));
    HybridClock near = HybridClock.at(NOW.plusSeconds(30), "phone");
    assertThat(near.clamped(NOW, NOW.plusSeconds(60))).isEqualTo(near);
  }

  @Test
  void refusesOtherText() {
    assertThatThrownBy(() -> HybridClock.parse("yesterday"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
