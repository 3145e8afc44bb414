package app.tdah.chat.routine;

import app.tdah.chat.person.People;
import app.tdah.chat.realtime.Realtime;
import app.tdah.chat.routine.RoutinePlan.PlannedStep;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.ETags;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can happen to a user's routines. */
@Service
@Transactional
public class Routines {

  private static final int REMEMBERED_DAYS = 366;
  private static final String CHANGED = "routine.changed";

  private final RoutineRows rows;
  private final RoutineHistory history;
  private final RoutineReminder reminder;
  private final Realtime realtime;
  private final People people;
  private final Clock clock;

  Routines(
      RoutineRows rows,
      RoutineHistory history,
      RoutineReminder reminder,
      Realtime realtime,
      People people,
      Clock clock) {
    this.rows = rows;
    this.history = history;
    this.reminder = reminder;
    this.realtime = realtime;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Makes one.
   *
   * @param id made by the client, so that a repetition makes nothing new; null for a new one
   */
  public RoutineView create(UUID userId, @Nullable UUID id, RoutinePlan plan) {
    UUID made = id == null ? Ids.next() : id;
    if (!rows.insert(made, userId, plan, clock.instant())) {
      return get(userId, made);
    }
    rows.putSteps(made, userId, plan.steps());
    reminder.follow(userId, find(userId, made), plan);
    return changed(userId, made);
  }

  /** One of the user's. */
  @Transactional(readOnly = true)
  public RoutineView get(UUID userId, UUID id) {
    return view(find(userId, id));
  }

  /** Newest first, from the one after the cursor on. */
  @Transactional(readOnly = true)
  public List<RoutineView> page(UUID userId, @Nullable UUID after, int limit) {
    return rows.page(userId, after, limit).stream().map(this::view).toList();
  }

  RoutineView edit(
      UUID userId, UUID id, @Nullable String ifMatch, UnaryOperator<RoutinePlan> patch) {
    Routine before = lock(userId, id);
    ETags.require(ifMatch, before.version());
    RoutinePlan plan = patch.apply(before.plan());
    rows.update(id, plan, clock.instant());
    rows.putSteps(id, userId, plan.steps());
    if (!plan.isToldAsIn(before.plan())) {
      reminder.follow(userId, before, plan);
    }
    if (!history.on(id, today(userId)).isEmpty()) {
      history.count(before, today(userId));
    }
    return changed(userId, id);
  }

  void delete(UUID userId, UUID id, @Nullable String ifMatch) {
    Routine routine = lock(userId, id);
    ETags.require(ifMatch, routine.version());
    reminder.forget(routine);
    rows.delete(id);
    realtime.publish(userId, CHANGED, Map.of("id", id, "removed", true));
  }

  /** A step is done for today; saying it again changes nothing. */
  public RoutineView complete(UUID userId, UUID id, UUID stepId) {
    history.done(withStep(userId, id, stepId), stepId, today(userId), clock.instant());
    return changed(userId, id);
  }

  /** It was not done today after all. */
  public RoutineView undo(UUID userId, UUID id, UUID stepId) {
    history.undone(withStep(userId, id, stepId), stepId, today(userId));
    return changed(userId, id);
  }

  private Routine withStep(UUID userId, UUID id, UUID stepId) {
    Routine routine = lock(userId, id);
    if (routine.plan().steps().stream().map(PlannedStep::id).noneMatch(stepId::equals)) {
      throw new RoutineNotFound();
    }
    return routine;
  }

  private RoutineView changed(UUID userId, UUID id) {
    RoutineView view = view(find(userId, id));
    realtime.publish(userId, CHANGED, Map.of("routine", view));
    return view;
  }

  private RoutineView view(Routine routine) {
    LocalDate today = today(routine.userId());
    LocalDate made = day(routine.userId(), routine.createdAt());
    LocalDate earliest = today.minusDays(REMEMBERED_DAYS);
    LocalDate from = made.isBefore(earliest) ? earliest : made;
    return RoutineView.from(
        routine, history.on(routine.id(), today), history.shares(routine.id(), from), from, today);
  }

  private LocalDate today(UUID userId) {
    return day(userId, clock.instant());
  }

  private LocalDate day(UUID userId, Instant moment) {
    return LocalDate.ofInstant(moment, people.zoneOf(userId));
  }

  private Routine find(UUID userId, UUID id) {
    return rows.find(userId, id).orElseThrow(RoutineNotFound::new);
  }

  private Routine lock(UUID userId, UUID id) {
    return rows.lock(userId, id).orElseThrow(RoutineNotFound::new);
  }
}
