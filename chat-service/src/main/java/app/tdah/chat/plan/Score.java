package app.tdah.chat.plan;

import app.tdah.chat.language.Priority;
import app.tdah.chat.task.NextTask.ScorePart;
import app.tdah.chat.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How good a candidate is now: a sum of parts that can be shown. Postponing takes nothing away. */
final class Score {

  private static final Duration SOON = Duration.ofHours(3);
  private static final Duration ABOUT_NOW = Duration.ofMinutes(15);
  private static final int SHORT = 10;
  private static final int MOST_CARRIED = 3;

  private final Candidate candidate;
  private final Circumstances given;
  private final List<ScorePart> parts = new ArrayList<>();
  private Reason reason = Reason.NEXT;
  private double strongest;

  Score(Candidate candidate, Circumstances given) {
    this.candidate = candidate;
    this.given = given;
    urgency();
    planned();
    add("started", candidate.task().status() == TaskStatus.DOING ? 50 : 0, Reason.STARTED);
    priority();
    fit();
    energy();
    add("carried", Math.min(candidate.postponements(), MOST_CARRIED), null);
  }

  /** Whether there is time for it now, and it shall not begin on a later day. */
  static boolean fits(Candidate candidate, Circumstances given) {
    Integer available = given.available();
    Integer needed = candidate.likelyMinutes(given.calibration());
    Instant start = candidate.startAt();
    return (available == null || needed == null || needed <= available)
        && (start == null
            || !start
                .atZone(given.now().getZone())
                .toLocalDate()
                .isAfter(given.now().toLocalDate()));
  }

  double sum() {
    return parts.stream().mapToDouble(ScorePart::points).sum();
  }

  List<ScorePart> parts() {
    return List.copyOf(parts);
  }

  String why(String language) {
    Integer available = given.available();
    return reason.in(language, available == null ? 0 : available);
  }

  private void add(String name, double points, @Nullable Reason because) {
    if (points != 0) {
      parts.add(new ScorePart(name, points));
    }
    if (because != null && points > strongest) {
      strongest = points;
      reason = because;
    }
  }

  private void urgency() {
    ZonedDateTime now = given.now();
    Instant at = candidate.dueAt();
    LocalDate day = candidate.dueDay(now.getZone());
    if (at != null && !at.isBefore(now.toInstant()) && at.isBefore(now.plus(SOON).toInstant())) {
      add("urgency", 70, Reason.SOON);
    } else if (day != null && day.isBefore(now.toLocalDate())) {
      add("urgency", 30, Reason.WAITS);
    } else if (day != null && day.equals(now.toLocalDate())) {
      add("urgency", 25, Reason.TODAY);
    } else if (day != null && day.equals(now.toLocalDate().plusDays(1))) {
      add("urgency", 8, Reason.TOMORROW);
    }
  }

  private void planned() {
    Instant start = candidate.startAt();
    if (start == null) {
      return;
    }
    boolean reached = !start.isAfter(given.now().plus(ABOUT_NOW).toInstant());
    boolean today =
        start.atZone(given.now().getZone()).toLocalDate().equals(given.now().toLocalDate());
    add("planned", reached ? today ? 35 : 5 : -15, reached && today ? Reason.PLANNED : null);
  }

  private void priority() {
    Priority priority = candidate.task().priority();
    double points = priority == Priority.HIGH ? 20 : priority == Priority.LOW ? -10 : 0;
    add("priority", points, Reason.IMPORTANT);
  }

  /** Small things are easy to begin with; bigger ones use the time there is. */
  private void fit() {
    Integer needed = candidate.likelyMinutes(given.calibration());
    Integer available = given.available();
    if (needed == null) {
      return;
    }
    if (available != null && available > 0) {
      add("fit", 5.0 * needed / available, given.isGapTight() ? Reason.GAP : Reason.TIME);
    } else if (needed <= SHORT) {
      add("fit", 4, Reason.SHORT);
    }
  }

  private void energy() {
    if (given.energy() != null) {
      int difference = Math.abs(candidate.task().energy().ordinal() - given.energy().ordinal());
      add("energy", 6 - 8.0 * difference, Reason.ENERGY);
    }
  }
}
