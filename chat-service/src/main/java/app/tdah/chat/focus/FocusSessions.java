package app.tdah.chat.focus;

import app.tdah.chat.task.Tasks;
import app.tdah.defaults.ids.Ids;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can happen to a user's focus sessions; one at a time is open. */
@Service
@Transactional
public class FocusSessions {

  private final FocusRepository sessions;
  private final FocusNotes notes;
  private final FocusNews news;
  private final Tasks tasks;
  private final SchedulerClient scheduler;
  private final Clock clock;

  FocusSessions(
      FocusRepository sessions,
      FocusNotes notes,
      FocusNews news,
      Tasks tasks,
      SchedulerClient scheduler,
      Clock clock) {
    this.sessions = sessions;
    this.notes = notes;
    this.news = news;
    this.tasks = tasks;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Begins one; 409 with the open one's id when there is one. */
  public FocusView start(UUID userId, FocusPlan plan) {
    sessions.open(userId).map(FocusSession::getId).ifPresent(FocusSessions::refuse);
    if (plan.taskId() != null) {
      tasks.get(userId, plan.taskId());
    }
    FocusSession session = new FocusSession(Ids.next(), userId, plan, now());
    try {
      sessions.save(session);
      sessions.flush();
    } catch (DataIntegrityViolationException e) {
      throw FocusConflict.justStarted(e);
    }
    FocusAlarms.set(scheduler, session);
    news.checkIn(session, FocusMoment.START);
    return news.changed(session);
  }

  private static void refuse(UUID running) {
    throw FocusConflict.runs(running);
  }

  /** The open one. */
  @Transactional(readOnly = true)
  public Optional<FocusView> open(UUID userId) {
    return sessions.open(userId).map(news::view);
  }

  @Transactional(readOnly = true)
  FocusView get(UUID userId, UUID id) {
    return sessions.findByIdAndUserId(id, userId).map(news::view).orElseThrow(FocusNotFound::new);
  }

  @Transactional(readOnly = true)
  List<FocusView> page(UUID userId, @Nullable UUID after, int limit) {
    return sessions.page(userId, after, Limit.of(limit)).stream().map(news::view).toList();
  }

  /** Ends it; what was really worked is kept. */
  public FocusView stop(UUID userId, UUID id) {
    FocusSession session = find(userId, id);
    session.end(now());
    sessions.flush();
    return news.ended(session);
  }

  /** Gives it more time. */
  public FocusView extend(UUID userId, UUID id, int minutes) {
    return change(userId, id, (session, now) -> session.extend(minutes));
  }

  FocusView pause(UUID userId, UUID id) {
    return change(userId, id, FocusSession::pause);
  }

  FocusView resume(UUID userId, UUID id) {
    return change(userId, id, FocusSession::resume);
  }

  private FocusView change(UUID userId, UUID id, BiConsumer<FocusSession, Instant> change) {
    FocusSession session = find(userId, id);
    change.accept(session, now());
    sessions.flush();
    if (session.status() == FocusStatus.RUNNING) {
      FocusAlarms.set(scheduler, session);
    }
    return news.changed(session);
  }

  FocusView checkIn(UUID userId, UUID id, @Nullable String note) {
    FocusSession session = find(userId, id);
    notes.answered(session, note);
    return news.changed(session);
  }

  /** Keeps a thought for afterwards. */
  public Distraction park(UUID userId, UUID id, String text) {
    FocusSession session = find(userId, id);
    Distraction parked = notes.park(session, text);
    news.changed(session);
    return parked;
  }

  private FocusSession find(UUID userId, UUID id) {
    return sessions
        .lock(id)
        .filter(session -> session.userId().equals(userId))
        .orElseThrow(FocusNotFound::new);
  }

  /** To the millisecond: alarms and rows must agree. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
