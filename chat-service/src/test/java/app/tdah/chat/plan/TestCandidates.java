package app.tdah.chat.plan;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import app.tdah.chat.task.Offered;
import app.tdah.chat.task.TaskStatus;
import app.tdah.chat.task.TaskView;
import app.tdah.defaults.ids.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Builds tasks that may be offered. */
final class TestCandidates {

  static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private final UUID id = Ids.next();
  private String title = "task";
  private Priority priority = Priority.NORMAL;
  private Energy energy = Energy.MEDIUM;
  private Integer estimate;
  private Instant startAt;
  private Instant dueAt;
  private LocalDate dueDate;
  private TaskStatus status = TaskStatus.OPEN;
  private UUID parent;
  private int postponements;

  static TestCandidates task(String title) {
    TestCandidates made = new TestCandidates();
    made.title = title;
    return made;
  }

  UUID id() {
    return id;
  }

  TestCandidates priority(Priority value) {
    priority = value;
    return this;
  }

  TestCandidates energy(Energy value) {
    energy = value;
    return this;
  }

  TestCandidates minutes(int value) {
    estimate = value;
    return this;
  }

  TestCandidates startAt(Instant value) {
    startAt = value;
    return this;
  }

  TestCandidates dueAt(Instant value) {
    dueAt = value;
    return this;
  }

  TestCandidates dueDate(LocalDate value) {
    dueDate = value;
    return this;
  }

  TestCandidates doing() {
    status = TaskStatus.DOING;
    return this;
  }

  TestCandidates below(TestCandidates other) {
    parent = other.id;
    return this;
  }

  TestCandidates postponed(int times) {
    postponements = times;
    return this;
  }

  Offered offered() {
    TaskView view =
        new TaskView(
            id, title, null, List.of(), null, null, priority, energy, estimate, startAt, dueAt,
            dueDate, null, status, parent, 0, NOON, NOON, null, "m", 0, 0);
    return new Offered(view, postponements);
  }
}
