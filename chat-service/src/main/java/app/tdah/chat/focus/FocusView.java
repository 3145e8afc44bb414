package app.tdah.chat.focus;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as the API and the assistant's tools show it.
 *
 * @param endsAt null in flow, which ends when it is stopped; while paused what it would be without
 *     the pause
 * @param actualMinutes null while it is open
 * @param serverTime by which a client sets its countdown
 */
public record FocusView(
    UUID id,
    @Nullable UUID taskId,
    FocusMode mode,
    int plannedMinutes,
    Instant startedAt,
    @Nullable Instant endsAt,
    FocusStatus status,
    CheckInBy checkInBy,
    @Nullable Instant pausedAt,
    @Nullable Instant endedAt,
    @Nullable Integer actualMinutes,
    List<Distraction> distractions,
    Instant serverTime) {

  static FocusView from(FocusSession session, List<Distraction> distractions, Instant now) {
    return new FocusView(
        session.getId(),
        session.taskId(),
        session.mode(),
        session.plannedMinutes(),
        session.startedAt(),
        session.endsAt(),
        session.status(),
        session.checkInBy(),
        session.pausedAt(),
        session.endedAt(),
        session.actualMinutes(),
        distractions,
        now);
  }
}
