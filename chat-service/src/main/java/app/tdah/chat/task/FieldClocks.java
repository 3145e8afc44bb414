package app.tdah.chat.task;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows when each field of a task got its value. */
@Component
class FieldClocks {

  /** A task is due at a moment or on a day: one thing, whichever field says it. */
  private static final Map<String, String> ONE_THING = Map.of("dueAt", "due", "dueDate", "due");

  private static final Set<String> MERGED =
      Set.of(
          "title",
          "notes",
          "tags",
          "context",
          "project",
          "priority",
          "energy",
          "estimateMinutes",
          "startAt",
          "due",
          "recurrence",
          "status",
          "parentId",
          "position");

  /** Where the reading of a task's last deletion is. */
  static final String REMOVED = "removed";

  private final JdbcClient jdbc;
  private final Clock clock;

  FieldClocks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * When a field got its value.
   *
   * @param version the task's, since which it has it
   */
  record Reading(HybridClock clock, long version) {}

  /** The name under which a task's field is merged. */
  static String merged(String field) {
    return ONE_THING.getOrDefault(field, field);
  }

  /** Whether a field, by the name under which it is merged, can be written offline. */
  static boolean isMerged(String field) {
    return MERGED.contains(field);
  }

  static Set<String> all() {
    return MERGED;
  }

  Map<String, Reading> of(UUID taskId) {
    Map<String, Reading> readings = new HashMap<>();
    jdbc.sql("select field, clock, version from task_field_clocks where task_id = ?")
        .param(taskId)
        .query(row -> {
          readings.put(
              row.getString("field"),
              new Reading(HybridClock.parse(row.getString("clock")), row.getLong("version")));
        });
    return readings;
  }

  /** What a field has that never changed. */
  static Reading made(Task task) {
    return new Reading(HybridClock.at(task.createdAt(), HybridClock.SERVER), 0);
  }

  /** Fields of a task changed just now, as the server's clock has it. */
  void changedHere(Task task, Collection<String> fields) {
    HybridClock now = HybridClock.at(clock.instant(), HybridClock.SERVER);
    Map<String, Reading> before = of(task.getId());
    mergedNames(fields)
        .forEach(field -> {
          Reading old = before.getOrDefault(field, made(task));
          write(task, field, now.notBefore(old.clock()));
        });
  }

  /** Fields of a task have their values since then; no reading goes back. */
  void changed(Task task, Collection<String> fields, HybridClock at) {
    Map<String, Reading> before = of(task.getId());
    mergedNames(fields)
        .forEach(field -> {
          Reading old = before.get(field);
          write(task, field, old == null ? at : at.notBefore(old.clock()));
        });
  }

  /** A task is gone; {@code at} is null for now. */
  void removed(Task task, @Nullable HybridClock at) {
    write(task, REMOVED, at == null ? HybridClock.at(clock.instant(), HybridClock.SERVER) : at);
  }

  private static Set<String> mergedNames(Collection<String> fields) {
    return fields.stream()
        .map(FieldClocks::merged)
        .filter(FieldClocks::isMerged)
        .collect(Collectors.toSet());
  }

  private void write(Task task, String field, HybridClock at) {
    jdbc.sql(
            "insert into task_field_clocks (task_id, user_id, field, clock, version, changed_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (task_id, field) do update set clock ="
                + " excluded.clock, version = excluded.version, changed_at = excluded.changed_at")
        .params(
            task.getId(),
            task.userId(),
            field,
            at.toString(),
            task.version(),
            Timestamp.from(clock.instant()))
        .update();
  }
}
