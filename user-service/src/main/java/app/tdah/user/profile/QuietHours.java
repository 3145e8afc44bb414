package app.tdah.user.profile;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Every day from start to end in the user's time zone; over midnight when the end is earlier.
 *
 * @param start the first quiet minute
 * @param end the first minute that is not quiet any more
 */
public record QuietHours(
    @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "22:00")
        LocalTime start,
    @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "07:00")
        LocalTime end) {

  /** When it stops being quiet; empty when it is not quiet now. */
  public Optional<Instant> endAfter(Instant now, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
    LocalTime time = local.toLocalTime();
    boolean started = !time.isBefore(start);
    boolean ended = !time.isBefore(end);
    boolean overMidnight = end.isBefore(start);
    if (overMidnight ? !started && ended : !started || ended) {
      return Optional.empty();
    }
    LocalDate day = local.toLocalDate().plusDays(overMidnight && started ? 1 : 0);
    return Optional.of(day.atTime(end).atZone(zone).withLaterOffsetAtOverlap().toInstant());
  }
}
