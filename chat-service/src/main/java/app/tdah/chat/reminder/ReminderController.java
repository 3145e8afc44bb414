package app.tdah.chat.reminder;

import app.tdah.chat.task.Recurrences;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.Idempotent;
import app.tdah.defaults.web.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reminders")
class ReminderController {

  private final Reminders reminders;

  ReminderController(Reminders reminders) {
    this.reminders = reminders;
  }

  record NewReminder(
      @Nullable UUID id,
      @NotBlank @Size(max = 500) String text,
      @Nullable UUID taskId,
      @NotNull Instant dueAt,
      @Nullable @Size(max = 500) String recurrence) {}

  record Snooze(@Min(1) @Max(10_080) int minutes) {}

  @GetMapping
  CursorPage<ReminderView> list(CurrentUser user, CursorRequest page) {
    List<ReminderView> rows = reminders.pending(user.id(), page.after(), page.fetch());
    return CursorPage.of(rows, page, ReminderView::id, reminder -> reminder);
  }

  @PostMapping
  @Idempotent
  ResponseEntity<ReminderView> create(CurrentUser user, @Valid @RequestBody NewReminder reminder) {
    if (reminder.recurrence() != null && !Recurrences.isRule(reminder.recurrence())) {
      throw new InvalidField("recurrence", "must be an RRULE (RFC 5545) without its prefix");
    }
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            reminders.create(
                user.id(),
                reminder.id(),
                reminder.text(),
                reminder.taskId(),
                reminder.dueAt(),
                reminder.recurrence()));
  }

  @GetMapping("/{id}")
  ReminderView get(CurrentUser user, @PathVariable UUID id) {
    return reminders.get(user.id(), id);
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(CurrentUser user, @PathVariable UUID id) {
    reminders.delete(user.id(), id);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/snooze")
  ReminderView snooze(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody Snooze snooze) {
    return reminders.snooze(user.id(), id, Duration.ofMinutes(snooze.minutes()));
  }
}
