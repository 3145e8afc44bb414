package app.tdah.chat.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Compares a task's states field by field, and takes single fields back. */
@Component
class ChangedFields {

  /** What nobody sees change by itself is neither shown nor in the way of an undoing. */
  private static final Set<String> BOOKKEEPING = Set.of("version", "createdAt", "completedAt");

  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FIELDS =
      new TypeReference<>() {};

  private final JsonMapper json;

  ChangedFields(JsonMapper json) {
    this.json = json;
  }

  /** Those of a state that differ from the other's; null for no state. */
  @Nullable Map<String, @Nullable Object> of(@Nullable TaskState state, @Nullable TaskState other) {
    if (state == null) {
      return null;
    }
    Map<String, @Nullable Object> fields = all(state);
    Map<String, @Nullable Object> others = other == null ? Map.of() : all(other);
    fields
        .entrySet()
        .removeIf(field ->
            BOOKKEEPING.contains(field.getKey())
                || other != null && Objects.equals(field.getValue(), others.get(field.getKey())));
    return fields;
  }

  /** The names of what differs and can be seen. */
  Set<String> changed(TaskState before, TaskState after) {
    Map<String, @Nullable Object> fields = of(after, before);
    return fields == null ? Set.of() : fields.keySet();
  }

  /**
   * Takes back what changed between two states, and leaves what else the task has become.
   *
   * @throws ChangedSince when one of these fields has another value by now
   */
  TaskState takenBack(TaskState before, TaskState after, TaskState now) {
    Map<String, @Nullable Object> was = all(before);
    Map<String, @Nullable Object> became = all(after);
    Map<String, @Nullable Object> result = all(now);
    List<String> changedSince = new ArrayList<>();
    was.forEach((field, value) -> {
      if (!Objects.equals(value, became.get(field))) {
        if (!BOOKKEEPING.contains(field) && !Objects.equals(result.get(field), became.get(field))) {
          changedSince.add(field);
        }
        result.put(field, value);
      }
    });
    if (!changedSince.isEmpty()) {
      throw new ChangedSince(changedSince);
    }
    return json.convertValue(result, TaskState.class);
  }

  /** A state as JSON has it. */
  Map<String, @Nullable Object> all(TaskState state) {
    return json.convertValue(state, FIELDS);
  }
}
