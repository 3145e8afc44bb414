package app.tdah.chat.plan;

import app.tdah.chat.person.People;
import app.tdah.chat.task.DayTasks;
import app.tdah.chat.task.Offered;
import app.tdah.chat.task.TaskStatus;
import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Winds a day down: what was done, what goes on tomorrow, and one thing to begin with. */
@Service
@Transactional
public class EndDay {

  private static final int SHOWN = 50;

  private final DayTasks day;
  private final Tasks tasks;
  private final Calibrations calibrations;
  private final People people;
  private final PlanProperties properties;
  private final Clock clock;

  EndDay(
      DayTasks day,
      Tasks tasks,
      Calibrations calibrations,
      People people,
      PlanProperties properties,
      Clock clock) {
    this.day = day;
    this.tasks = tasks;
    this.calibrations = calibrations;
    this.people = people;
    this.properties = properties;
    this.clock = clock;
  }

  /** How today stands. */
  @Transactional(readOnly = true)
  public WindDown show(UUID userId) {
    ZoneId zone = people.zoneOf(userId);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Instant from = today.atStartOfDay(zone).toInstant();
    Instant to = today.plusDays(1).atStartOfDay(zone).toInstant();
    Circumstances morning =
        new Circumstances(
            ZonedDateTime.of(today.plusDays(1), properties.from(), zone),
            null,
            null,
            null,
            calibrations.of(userId));
    List<Candidate> candidates = Candidate.of(day.offered(userId, today.plusDays(1)));
    Optional<Candidate> chosen =
        candidates.stream().filter(each -> isFor(each.task(), today.plusDays(1), zone)).findFirst();
    Candidate best = chosen.or(() -> WhatNow.best(candidates, morning)).orElse(null);
    return new WindDown(
        today,
        day.done(userId, from, to, SHOWN),
        carriesOver(userId, today, zone),
        best == null ? null : best.task(),
        best == null || chosen.isPresent()
            ? null
            : new Score(best, morning).why(people.localeOf(userId).getLanguage()),
        chosen.isPresent());
  }

  private static boolean isFor(TaskView task, LocalDate day, ZoneId zone) {
    Instant start = task.startAt();
    return start != null && LocalDate.ofInstant(start, zone).equals(day);
  }

  private List<TaskView> carriesOver(UUID userId, LocalDate today, ZoneId zone) {
    return day.offered(userId, today).stream()
        .map(Offered::task)
        .filter(task -> wasForToday(task, today, zone))
        .limit(SHOWN)
        .toList();
  }

  private static boolean wasForToday(TaskView task, LocalDate today, ZoneId zone) {
    Instant start = task.startAt();
    Instant due = task.dueAt();
    LocalDate dueDay = due == null ? task.dueDate() : LocalDate.ofInstant(due, zone);
    return task.status() == TaskStatus.DOING
        || start != null && !LocalDate.ofInstant(start, zone).isAfter(today)
        || dueDay != null && !dueDay.isAfter(today);
  }

  /**
   * Carries over what was meant for today, and plans the one thing for tomorrow morning; doing it
   * again changes nothing more.
   *
   * @param tomorrow the task to begin with; null for the one that is shown
   */
  public WindDown end(UUID userId, @Nullable UUID tomorrow) {
    WindDown before = show(userId);
    before.carriesOver().forEach(task -> tasks.notToday(userId, task.id()));
    UUID chosen = tomorrow;
    if (chosen == null && before.tomorrow() != null && !before.chosen()) {
      chosen = before.tomorrow().id();
    }
    if (chosen != null) {
      ZoneId zone = people.zoneOf(userId);
      ZonedDateTime morning = ZonedDateTime.of(before.date().plusDays(1), properties.from(), zone);
      day.startAt(userId, chosen, morning.toInstant());
    }
    return show(userId);
  }
}
