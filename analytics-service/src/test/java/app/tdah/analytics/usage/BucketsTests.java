package app.tdah.analytics.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BucketsTests {

  @Test
  void everyZonesDaysBeginAtOne() {
    for (String zone : ZoneId.getAvailableZoneIds()) {
      for (int month = 1; month <= 12; month++) {
        Instant start = LocalDate.of(2026, month, 15).atStartOfDay(ZoneId.of(zone)).toInstant();
        assertThat(Buckets.floor(start)).as(zone).isEqualTo(start);
      }
    }
  }

  @Test
  void roundsBothWays() {
    assertThat(Buckets.floor(Instant.parse("2026-11-20T08:14:59.999Z")))
        .isEqualTo("2026-11-20T08:00:00Z");
    assertThat(Buckets.ceiling(Instant.parse("2026-11-20T08:00:00.001Z")))
        .isEqualTo("2026-11-20T08:15:00Z");
    assertThat(Buckets.ceiling(Instant.parse("2026-11-20T08:15:00Z")))
        .isEqualTo("2026-11-20T08:15:00Z");
  }
}
