package app.tdah.chat.plan;

import app.tdah.chat.person.People;
import app.tdah.chat.plan.DayPlan.Block;
import app.tdah.chat.task.DayTasks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes a few blocks in the gaps of a day; an accepted one is the start of its task. */
@Service
@Transactional
public class PlanDay {

  private static final long GRID_SECONDS = 300;

  private final DayTasks tasks;
  private final Gaps gaps;
  private final Calibrations calibrations;
  private final People people;
  private final PlanProperties properties;
  private final Clock clock;

  PlanDay(
      DayTasks tasks,
      Gaps gaps,
      Calibrations calibrations,
      People people,
      PlanProperties properties,
      Clock clock) {
    this.tasks = tasks;
    this.gaps = gaps;
    this.calibrations = calibrations;
    this.people = people;
    this.properties = properties;
    this.clock = clock;
  }

  /** The plan of a day, with proposals; of today when none is named. */
  @Transactional(readOnly = true)
  public DayPlan propose(UUID userId, @Nullable LocalDate date) {
    ZoneId zone = people.zoneOf(userId);
    LocalDate day = date == null ? LocalDate.ofInstant(clock.instant(), zone) : date;
    Instant from = day.atTime(properties.from()).atZone(zone).toInstant();
    Instant to = day.atTime(properties.to()).atZone(zone).toInstant();
    List<Busy> busy = gaps.busy(userId, day, zone);
    FreeTime free = new FreeTime(later(from, grid(clock.instant())), to);
    busy.forEach(event -> free.without(event.startAt(), event.endAt()));
    List<Block> blocks = blocks(userId, day, later(from, clock.instant()).atZone(zone), free);
    return new DayPlan(day, from, to, busy, blocks, free.minutes());
  }

  private List<Block> blocks(UUID userId, LocalDate day, ZonedDateTime begin, FreeTime free) {
    Circumstances then = new Circumstances(begin, null, null, null, calibrations.of(userId));
    List<Candidate> candidates = Candidate.of(tasks.offered(userId, day));
    DayDraft draft = new DayDraft(then, free, properties);
    draft.layAccepted(candidates);
    draft.layProposals(candidates, people.localeOf(userId).getLanguage());
    return draft.blocks();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The next full five minutes. */
  private static Instant grid(Instant moment) {
    long seconds = moment.getEpochSecond() + GRID_SECONDS - 1;
    return Instant.ofEpochSecond(seconds - seconds % GRID_SECONDS);
  }

  /** Makes starts of blocks: of these, or of all that are proposed when none are named. */
  public DayPlan accept(
      UUID userId, @Nullable LocalDate date, @Nullable Map<UUID, Instant> chosen) {
    if (chosen == null) {
      propose(userId, date).blocks().stream()
          .filter(block -> !block.accepted())
          .forEach(block -> tasks.startAt(userId, block.task().id(), block.startAt()));
    } else {
      chosen.forEach((task, start) -> tasks.startAt(userId, task, start));
    }
    return propose(userId, date);
  }
}
