package app.tdah.chat.plan;

import app.tdah.chat.person.People;
import app.tdah.chat.plan.DayPlan.Block;
import app.tdah.chat.task.DayTasks;
import app.tdah.chat.task.TaskView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final int UNKNOWN_MINUTES = 25;
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
    Calibration calibration = calibrations.of(userId);
    List<Candidate> candidates = Candidate.of(tasks.offered(userId, day));
    List<Block> blocks = new ArrayList<>(accepted(candidates, day, zone, calibration));
    blocks.forEach(block -> take(free, block));
    Circumstances then =
        new Circumstances(later(from, clock.instant()).atZone(zone), null, null, null, calibration);
    String language = people.localeOf(userId).getLanguage();
    for (Candidate candidate : ranked(candidates, then)) {
      if (blocks.size() < properties.blocks()) {
        place(candidate, then, language, free, blocks);
      }
    }
    blocks.sort(Comparator.comparing(Block::startAt));
    return new DayPlan(day, from, to, busy, List.copyOf(blocks), free.minutes());
  }

  private List<Block> accepted(
      List<Candidate> candidates, LocalDate day, ZoneId zone, Calibration calibration) {
    List<Block> accepted = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Instant start = candidate.task().startAt();
      if (start != null && LocalDate.ofInstant(start, zone).equals(day)) {
        accepted.add(block(candidate, start, calibration, null));
      }
    }
    return accepted;
  }

  /** The best first; without those that have a start of their own. */
  private static List<Candidate> ranked(List<Candidate> candidates, Circumstances then) {
    return candidates.stream()
        .filter(candidate ->
            candidate.startAt() == null || candidate.startAt().isBefore(midnight(then)))
        .sorted(
            Comparator.<Candidate>comparingDouble(each -> -new Score(each, then).sum())
                .thenComparing(each -> each.task().id()))
        .toList();
  }

  private static Instant midnight(Circumstances then) {
    return then.now().truncatedTo(ChronoUnit.DAYS).toInstant();
  }

  private void place(
      Candidate candidate, Circumstances then, String language, FreeTime free, List<Block> blocks) {
    Duration length = length(candidate, then.calibration());
    free.first(length)
        .map(start ->
            block(candidate, start, then.calibration(), new Score(candidate, then).why(language)))
        .ifPresent(block -> {
          take(free, block);
          blocks.add(block);
        });
  }

  private Block block(
      Candidate candidate, Instant start, Calibration calibration, @Nullable String why) {
    Duration length = length(candidate, calibration);
    return new Block(
        candidate.task(), start, start.plus(length), (int) length.toMinutes(), why == null, why);
  }

  private Duration length(Candidate candidate, Calibration calibration) {
    TaskView task = candidate.task();
    Integer likely = candidate.likelyMinutes(calibration);
    Duration length =
        Duration.ofMinutes(
            likely == null ? calibration.minutes(UNKNOWN_MINUTES, task.tags()) : likely);
    return length.compareTo(properties.longest()) > 0 ? properties.longest() : length;
  }

  private void take(FreeTime free, Block block) {
    free.without(
        block.startAt().minus(properties.between()), block.endAt().plus(properties.between()));
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
