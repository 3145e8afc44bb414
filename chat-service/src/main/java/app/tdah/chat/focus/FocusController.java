package app.tdah.chat.focus;

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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/focus-sessions")
class FocusController {

  private static final int POMODORO_MINUTES = 25;
  private static final int FLOW_MINUTES = 90;

  private final FocusSessions sessions;

  FocusController(FocusSessions sessions) {
    this.sessions = sessions;
  }

  record NewSession(
      @Nullable UUID taskId,
      @NotNull FocusMode mode,
      @Nullable @Min(1) @Max(720) Integer plannedMinutes,
      @Nullable CheckInBy checkInBy) {

    FocusPlan plan() {
      return new FocusPlan(taskId, mode, minutes(), checkInBy == null ? CheckInBy.PUSH : checkInBy);
    }

    private int minutes() {
      if (plannedMinutes != null) {
        return plannedMinutes;
      }
      return switch (mode) {
        case POMODORO -> POMODORO_MINUTES;
        case FLOW -> FLOW_MINUTES;
        case COUNTDOWN -> throw new InvalidField("plannedMinutes", "is needed to count down from");
      };
    }
  }

  record Extension(@NotNull @Min(1) @Max(240) Integer minutes) {}

  record CheckIn(@Nullable @Size(max = 500) String note) {}

  record NewDistraction(@NotBlank @Size(max = 500) String text) {}

  /** The open session, or none, and what was before, newest first. */
  record Sessions(
      @Nullable FocusView current, List<FocusView> items, @Nullable String nextCursor) {}

  @GetMapping
  Sessions list(CurrentUser user, CursorRequest page) {
    CursorPage<FocusView> history =
        CursorPage.of(
            sessions.page(user.id(), page.after(), page.fetch()),
            page,
            FocusView::id,
            session -> session);
    return new Sessions(
        sessions.open(user.id()).orElse(null), history.items(), history.nextCursor());
  }

  @PostMapping
  @Idempotent
  ResponseEntity<FocusView> start(CurrentUser user, @Valid @RequestBody NewSession session) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(sessions.start(user.id(), session.plan()));
  }

  @GetMapping("/{id}")
  FocusView get(CurrentUser user, @PathVariable UUID id) {
    return sessions.get(user.id(), id);
  }

  @PostMapping("/{id}/stop")
  FocusView stop(CurrentUser user, @PathVariable UUID id) {
    return sessions.stop(user.id(), id);
  }

  @PostMapping("/{id}/extend")
  FocusView extend(
      CurrentUser user, @PathVariable UUID id, @Valid @RequestBody Extension extension) {
    return sessions.extend(user.id(), id, extension.minutes());
  }

  @PostMapping("/{id}/pause")
  FocusView pause(CurrentUser user, @PathVariable UUID id) {
    return sessions.pause(user.id(), id);
  }

  @PostMapping("/{id}/resume")
  FocusView resume(CurrentUser user, @PathVariable UUID id) {
    return sessions.resume(user.id(), id);
  }

  @PostMapping("/{id}/check-in")
  FocusView checkIn(
      CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable CheckIn checkIn) {
    return sessions.checkIn(user.id(), id, checkIn == null ? null : clean(checkIn.note()));
  }

  @PostMapping("/{id}/distractions")
  @Idempotent
  ResponseEntity<Distraction> park(
      CurrentUser user, @PathVariable UUID id, @Valid @RequestBody NewDistraction distraction) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(sessions.park(user.id(), id, clean(distraction.text())));
  }

  private static String clean(@Nullable String text) {
    return text == null ? "" : text.replace("\0", "");
  }
}
