package app.tdah.session.threat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Thresholds of the rules.
 *
 * @param throttle how long an address is slowed down
 * @param neverThrottle addresses that are not, such as our own
 * @param signalsKept how long events are kept for counting; no window may be longer
 */
@Validated
@ConfigurationProperties("assistant.session.threat")
record ThreatProperties(
    @NotNull Duration throttle,
    @NotNull Pattern neverThrottle,
    @NotNull Duration signalsKept,
    @NotNull @Valid Stuffing credentialStuffing,
    @NotNull @Valid Spraying passwordSpraying,
    @NotNull @Valid Travel impossibleTravel,
    @NotNull @Valid Fatigue mfaFatigue) {

  /** So many accounts failing from one address within the window. */
  record Stuffing(@NotNull Duration window, @Min(2) int accounts) {}

  /**
   * So many accounts failing at most so many times each within the window, from one network or from
   * everywhere.
   */
  record Spraying(
      @NotNull Duration window,
      @Min(1) int triesPerAccount,
      @Min(2) int accounts,
      @Min(2) int accountsEverywhere) {}

  /** Faster than a plane, over more than the error of a place. */
  record Travel(@Positive double kilometresPerHour, @Positive double kilometres) {}

  /** So many codes sent, or second factors refused, to one user within the window. */
  record Fatigue(@NotNull Duration window, @Min(2) int codes, @Min(2) int refusals) {}
}
