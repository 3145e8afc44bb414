package app.tdah.chat.plan;

import app.tdah.chat.language.Energy;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How the user stands right now.
 *
 * @param energy what they have; null when they did not say
 * @param minutes how much time they have; null when they did not say
 * @param gapMinutes how long until the calendar's next event today; null without one
 */
record Circumstances(
    ZonedDateTime now,
    @Nullable Energy energy,
    @Nullable Integer minutes,
    @Nullable Integer gapMinutes,
    Calibration calibration) {

  /** The time there is; null when nothing limits it. */
  @Nullable Integer available() {
    if (minutes == null || gapMinutes == null) {
      return minutes == null ? gapMinutes : minutes;
    }
    return Math.min(minutes, gapMinutes);
  }

  /** Whether it is the calendar that limits the time. */
  boolean isGapTight() {
    return gapMinutes != null && (minutes == null || gapMinutes <= minutes);
  }
}
