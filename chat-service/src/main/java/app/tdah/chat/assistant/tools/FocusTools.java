package app.tdah.chat.assistant.tools;

import app.tdah.chat.focus.CheckInBy;
import app.tdah.chat.focus.FocusMode;
import app.tdah.chat.focus.FocusPlan;
import app.tdah.chat.focus.FocusSessions;
import app.tdah.chat.focus.FocusView;
import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import app.tdah.defaults.web.ProblemException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

@Component
class FocusTools {

  private static final int SEARCHED = 200;
  private static final int LONGEST = 720;
  private static final int MAX_TEXT = 500;

  private final FocusSessions sessions;
  private final Tasks tasks;

  FocusTools(FocusSessions sessions, Tasks tasks) {
    this.sessions = sessions;
    this.tasks = tasks;
  }

  /**
   * A session.
   *
   * @param status {@code NONE} when nothing runs
   * @param endsAt null in flow
   * @param actualMinutes null while it runs
   */
  record FocusLine(
      String status,
      @Nullable UUID id,
      @Nullable UUID taskId,
      @Nullable String mode,
      @Nullable Integer plannedMinutes,
      @Nullable LocalDateTime endsAt,
      @Nullable Integer actualMinutes) {}

  /** What was parked. */
  record ParkedLine(String parked) {}

  @Tool(
      name = "start_focus",
      description = "Starts a focus session: POMODORO, FLOW (no end) or COUNTDOWN.")
  FocusLine startFocus(
      @ToolParam(required = false, description = "Words of the task to work on.")
          @Nullable String title,
      @ToolParam(required = false, description = "How long; 25 for a Pomodoro when left out.")
          @Nullable Integer minutes,
      @ToolParam(required = false, description = "POMODORO, FLOW or COUNTDOWN.")
          @Nullable String mode,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    FocusMode chosen = mode(mode, minutes);
    int planned = minutes == null ? chosen == FocusMode.FLOW ? 90 : 25 : minutes;
    CheckInBy by = scope.source().equals("SMS") ? CheckInBy.SMS : CheckInBy.PUSH;
    FocusPlan plan = new FocusPlan(task(scope, title), chosen, Math.clamp(planned, 1, LONGEST), by);
    return line(sessions.start(scope.userId(), plan), scope);
  }

  @Tool(name = "stop_focus", description = "Ends the focus session that runs.")
  FocusLine stopFocus(ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return line(sessions.stop(scope.userId(), running(scope)), scope);
  }

  @Tool(name = "extend_focus", description = "Gives the focus session more minutes.")
  FocusLine extendFocus(
      @ToolParam(description = "How many more.") int minutes, ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return line(
        sessions.extend(scope.userId(), running(scope), Math.clamp(minutes, 1, LONGEST)), scope);
  }

  @Tool(name = "focus_status", description = "Tells the focus session that runs, if there is one.")
  FocusLine focusStatus(ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return sessions
        .open(scope.userId())
        .map(session -> line(session, scope))
        .orElse(new FocusLine("NONE", null, null, null, null, null, null));
  }

  @Tool(
      name = "park_distraction",
      description = "Keeps a thought for after the focus session, so that it can be let go of.")
  ParkedLine parkDistraction(
      @ToolParam(description = "The thought.") String text, ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    String thought = text.replace("\0", "").strip();
    String kept = thought.substring(0, Math.min(thought.length(), MAX_TEXT));
    return new ParkedLine(sessions.park(scope.userId(), running(scope), kept).text());
  }

  private UUID running(ToolScope scope) {
    return sessions.open(scope.userId()).map(FocusView::id).orElseThrow(NothingRuns::new);
  }

  private @Nullable UUID task(ToolScope scope, @Nullable String title) {
    return title == null || title.isBlank()
        ? null
        : BestMatch.of(title, tasks.active(scope.userId(), SEARCHED), TaskView::title)
            .map(TaskView::id)
            .orElse(null);
  }

  private static FocusMode mode(@Nullable String mode, @Nullable Integer minutes) {
    String name = mode == null ? "" : mode.strip().toUpperCase(Locale.ROOT);
    return switch (name) {
      case "FLOW" -> FocusMode.FLOW;
      case "COUNTDOWN" -> FocusMode.COUNTDOWN;
      case "POMODORO" -> FocusMode.POMODORO;
      default -> minutes == null ? FocusMode.POMODORO : FocusMode.COUNTDOWN;
    };
  }

  private static FocusLine line(FocusView session, ToolScope scope) {
    Instant end = session.endsAt();
    return new FocusLine(
        session.status().name(),
        session.id(),
        session.taskId(),
        session.mode().name(),
        session.plannedMinutes(),
        end == null ? null : LocalDateTime.ofInstant(end, scope.now().getZone()),
        session.actualMinutes());
  }

  private static final class NothingRuns extends ProblemException {
    NothingRuns() {
      super(HttpStatus.NOT_FOUND, "no-focus-session", "No focus session runs.");
    }
  }
}
