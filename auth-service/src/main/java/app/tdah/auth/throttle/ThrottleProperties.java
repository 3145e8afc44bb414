package app.tdah.auth.throttle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many failures are taken.
 *
 * @param attempts of one account from one address, or from one known device
 * @param addresses how many addresses may fail on one account before strangers to it have to wait
 * @param accounts on how many accounts one address may fail before it has to wait
 */
@Validated
@ConfigurationProperties("assistant.auth.throttle")
record ThrottleProperties(
    @Valid @NotNull Limit attempts,
    @Valid @NotNull Limit addresses,
    @Valid @NotNull Limit accounts) {

  /**
   * The delay doubles with every failure past what is allowed.
   *
   * @param allowed failures without a delay
   * @param window what is forgotten after so long without a failure
   * @param firstDelay after the last allowed failure
   * @param longestDelay however many there are
   */
  record Limit(
      @Min(1) int allowed,
      @NotNull Duration window,
      @NotNull Duration firstDelay,
      @NotNull Duration longestDelay) {

    private static final int MAX_DOUBLINGS = 30;

    /** How long to wait after so many failures. */
    Duration delayAfter(long failures) {
      if (failures < allowed) {
        return Duration.ZERO;
      }
      Duration delay = firstDelay.multipliedBy(1L << Math.min(failures - allowed, MAX_DOUBLINGS));
      return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
    }
  }
}
