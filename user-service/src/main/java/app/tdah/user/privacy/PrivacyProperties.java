package app.tdah.user.privacy;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How exports and erasures go.
 *
 * @param publicUrl where the web app is, for links
 * @param services whose answers are waited for
 * @param poll how often to look for what is due
 * @param askAgain after which a service that has not answered is asked again; it doubles
 * @param maxAskAgain longest such time
 * @param exportGiveUp after which an export has failed
 * @param exportLifetime how long the file can be had
 * @param exportsPerDay how many a user may ask for in 24 hours
 * @param erasureGrace how long the user may think again
 */
@Validated
@ConfigurationProperties("assistant.privacy")
record PrivacyProperties(
    @NotBlank String publicUrl,
    @NotEmpty List<String> services,
    @NotNull Duration poll,
    @NotNull Duration askAgain,
    @NotNull Duration maxAskAgain,
    @NotNull Duration exportGiveUp,
    @NotNull Duration exportLifetime,
    @Min(1) int exportsPerDay,
    @NotNull Duration erasureGrace) {

  /** This service's own name among {@link #services}. */
  static final String OWN = "user";

  Duration pauseAfter(int asked) {
    Duration doubled = askAgain.multipliedBy(1L << Math.min(asked, 20));
    return doubled.compareTo(maxAskAgain) > 0 ? maxAskAgain : doubled;
  }
}
