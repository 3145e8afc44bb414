package app.tdah.chat.reminder;

import app.tdah.chat.task.Recurrences;
import app.tdah.defaults.web.InvalidField;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as a client asks for it: at {@code dueAt}, in {@code inMinutes}, or {@code
 * offsetMinutes} before the task is due; exactly one of the three.
 */
record NewReminder(
    @Nullable UUID id,
    @NotBlank @Size(max = 500) String text,
    @Nullable UUID taskId,
    @Nullable Instant dueAt,
    @Nullable @Min(1) @Max(527_040) Integer inMinutes,
    @Nullable @Min(0) @Max(527_040) Integer offsetMinutes,
    @Nullable @Size(max = 500) String recurrence,
    @Nullable @Size(max = 4) List<ReminderChannel> channels) {

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  ReminderWish wish(Clock clock) {
    if (Stream.of(dueAt, inMinutes, offsetMinutes).filter(Objects::nonNull).count() != 1) {
      throw new InvalidField("dueAt", "is needed, or inMinutes, or offsetMinutes: one of them");
    }
    if (offsetMinutes != null && taskId == null) {
      throw new InvalidField("taskId", "is needed with offsetMinutes");
    }
    if (recurrence != null && !Recurrences.isRule(recurrence)) {
      throw new InvalidField("recurrence", "must be an RRULE (RFC 5545) without its prefix");
    }
    return new ReminderWish(
        id, clean(text), taskId, moment(clock), offsetMinutes, recurrence, wanted());
  }

  private List<ReminderChannel> wanted() {
    if (channels == null) {
      return List.of();
    }
    if (channels.stream().anyMatch(Objects::isNull)) {
      throw new InvalidField("channels", "must be of PUSH, SMS, EMAIL and IN_APP");
    }
    return channels;
  }

  private @Nullable Instant moment(Clock clock) {
    if (inMinutes != null) {
      return clock.instant().plus(Duration.ofMinutes(inMinutes));
    }
    return dueAt == null ? null : bounded("dueAt", dueAt);
  }

  static Instant bounded(String field, Instant moment) {
    if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
      throw new InvalidField(field, "must be between 1970 and 2199");
    }
    return moment;
  }

  static String clean(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new InvalidField("text", "must not have a NUL character");
    }
    return text;
  }
}
