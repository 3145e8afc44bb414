package app.tdah.chat.reminder;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.Idempotent;
import app.tdah.defaults.web.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/reminders")
class ReminderController {

  private final Reminders reminders;
  private final SettleReminder settle;
  private final Clock clock;

  ReminderController(Reminders reminders, SettleReminder settle, Clock clock) {
    this.reminders = reminders;
    this.settle = settle;
    this.clock = clock;
  }

  record Snooze(@Nullable @Min(1) @Max(527_040) Integer minutes, @Nullable Instant until) {}

  /** A status to list, or all of them. */
  enum Listed {
    PENDING,
    FIRED,
    DONE,
    SKIPPED,
    CANCELLED,
    ALL;

    Set<ReminderStatus> statuses() {
      return this == ALL
          ? EnumSet.allOf(ReminderStatus.class)
          : EnumSet.of(ReminderStatus.valueOf(name()));
    }
  }

  @GetMapping
  CursorPage<ReminderView> list(
      CurrentUser user, CursorRequest page, @RequestParam(defaultValue = "PENDING") Listed status) {
    List<ReminderView> rows =
        reminders.page(user.id(), status.statuses(), page.after(), page.fetch());
    return CursorPage.of(rows, page, ReminderView::id, reminder -> reminder);
  }

  @PostMapping
  @Idempotent
  ResponseEntity<ReminderView> create(CurrentUser user, @Valid @RequestBody NewReminder reminder) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(reminders.create(user.id(), reminder.wish(clock)));
  }

  @GetMapping("/{id}")
  ReminderView get(CurrentUser user, @PathVariable UUID id) {
    return reminders.get(user.id(), id);
  }

  @PatchMapping("/{id}")
  ReminderView patch(CurrentUser user, @PathVariable UUID id, @RequestBody JsonNode patch) {
    return reminders.edit(user.id(), id, new ReminderPatch(patch));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(CurrentUser user, @PathVariable UUID id) {
    reminders.delete(user.id(), id);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/snooze")
  ReminderView snooze(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody Snooze snooze) {
    if ((snooze.minutes() == null) == (snooze.until() == null)) {
      throw new InvalidField("minutes", "is needed, or until: one of them");
    }
    Instant until =
        snooze.minutes() == null
            ? later(snooze.until())
            : clock.instant().plus(Duration.ofMinutes(snooze.minutes()));
    return settle.snoozeUntil(user.id(), id, until);
  }

  @PostMapping("/{id}/done")
  ReminderView done(CurrentUser user, @PathVariable UUID id) {
    return settle.done(user.id(), id);
  }

  @PostMapping("/{id}/skip")
  ReminderView skip(CurrentUser user, @PathVariable UUID id) {
    return settle.skip(user.id(), id);
  }

  private Instant later(@Nullable Instant until) {
    if (until == null || !until.isAfter(clock.instant())) {
      throw new InvalidField("until", "must be in the future");
    }
    return NewReminder.bounded("until", until);
  }
}
