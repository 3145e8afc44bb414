package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import app.tdah.defaults.web.InvalidField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON merge patch (RFC 7396) of a task: what is named is set, null clears, the rest stays. */
final class TaskPatch {

  static final int MAX_TITLE = 500;
  static final int MAX_NOTES = 20_000;
  private static final int MAX_WORD = 100;
  private static final int MAX_TAGS = 30;
  private static final int MAX_MINUTES = 7 * 24 * 60;
  private static final int UUID_LENGTH = 36;
  private static final Pattern POSITION = Pattern.compile("[0-9a-f]{0,999}[1-9a-f]");

  private final JsonNode patch;

  TaskPatch(JsonNode patch) {
    if (!patch.isObject()) {
      throw new InvalidField("body", "must be an object");
    }
    this.patch = patch;
  }

  /** Whether it says anything about a field. */
  boolean names(String field) {
    return patch.has(field);
  }

  /** A task's id, or null. */
  @Nullable UUID id(String field) {
    return parsed(field, null, TaskPatch::uuid);
  }

  private static UUID uuid(String text) {
    if (text.length() != UUID_LENGTH) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }

  /** A place in the user's own order. */
  String position() {
    String place = patch.path("position").asString("");
    if (!POSITION.matcher(place).matches()) {
      throw new InvalidField("position", "must be lower-case hex digits with none of 0 at the end");
    }
    return place;
  }

  /** What a patch may change. */
  record Editable(TaskDetails details, TaskStatus status) {}

  Editable apply(Editable before) {
    TaskDetails old = before.details();
    String title = text("title", old.title(), MAX_TITLE);
    if (title == null || title.isBlank()) {
      throw new InvalidField("title", "must not be blank");
    }
    Instant dueAt = parsed("dueAt", old.dueAt(), Instant::parse);
    LocalDate dueDate = parsed("dueDate", old.dueDate(), LocalDate::parse);
    if (dueAt != null && dueDate != null) {
      if (patch.path("dueAt").isString() && patch.path("dueDate").isString()) {
        throw new InvalidField("dueDate", "must be null when dueAt is set");
      }
      dueDate = patch.path("dueDate").isString() ? dueDate : null;
      dueAt = dueDate == null ? dueAt : null;
    }
    TaskDetails details =
        new TaskDetails(
            title.strip(),
            text("notes", old.notes(), MAX_NOTES),
            tags(old.tags()),
            text("context", old.context(), MAX_WORD),
            text("project", old.project(), MAX_WORD),
            required("priority", old.priority(), Priority.class),
            required("energy", old.energy(), Energy.class),
            minutes(old.estimateMinutes()),
            parsed("startAt", old.startAt(), Instant::parse),
            dueAt,
            dueDate,
            rule(old.recurrence()));
    return new Editable(details, required("status", before.status(), TaskStatus.class));
  }

  private @Nullable String text(String field, @Nullable String old, int max) {
    JsonNode value = patch.get(field);
    if (value == null) {
      return old;
    }
    if (value.isNull()) {
      return null;
    }
    if (!value.isString()
        || value.asString().length() > max
        || value.asString().indexOf('\0') >= 0) {
      throw new InvalidField(field, "must be a text of at most " + max + " characters");
    }
    return value.asString();
  }

  private List<String> tags(List<String> old) {
    JsonNode value = patch.get("tags");
    if (value == null) {
      return old;
    }
    if (value.isNull()) {
      return List.of();
    }
    boolean words =
        value.isArray()
            && value.size() <= MAX_TAGS
            && StreamSupport.stream(value.spliterator(), false)
                .allMatch(tag ->
                    tag.isString()
                        && !tag.asString().isBlank()
                        && tag.asString().indexOf('\0') < 0
                        && tag.asString().length() <= MAX_WORD);
    if (!words) {
      throw new InvalidField("tags", "must be a list of at most " + MAX_TAGS + " short words");
    }
    return StreamSupport.stream(value.spliterator(), false)
        .map(tag -> tag.asString().strip().replaceFirst("^#", ""))
        .distinct()
        .toList();
  }

  private @Nullable Integer minutes(@Nullable Integer old) {
    JsonNode value = patch.get("estimateMinutes");
    if (value == null) {
      return old;
    }
    if (value.isNull()) {
      return null;
    }
    if (!value.isInt() || value.asInt() < 1 || value.asInt() > MAX_MINUTES) {
      throw new InvalidField("estimateMinutes", "must be a number from 1 to " + MAX_MINUTES);
    }
    return value.asInt();
  }

  private @Nullable String rule(@Nullable String old) {
    String rule = text("recurrence", old, MAX_TITLE);
    if (rule != null && !Recurrences.isRule(rule)) {
      throw new InvalidField("recurrence", "must be an RRULE (RFC 5545) without its prefix");
    }
    return rule;
  }

  private <T> @Nullable T parsed(String field, @Nullable T old, Function<String, T> parse) {
    JsonNode value = patch.get(field);
    if (value == null) {
      return old;
    }
    if (value.isNull()) {
      return null;
    }
    try {
      return parse.apply(value.asString(""));
    } catch (DateTimeException e) {
      throw new InvalidField(
          field, "must be an ISO 8601 " + (field.endsWith("Date") ? "date" : "instant"));
    } catch (IllegalArgumentException e) {
      throw new InvalidField(field, "must be the id of a task");
    }
  }

  private <E extends Enum<E>> E required(String field, E old, Class<E> type) {
    JsonNode value = patch.get(field);
    if (value == null) {
      return old;
    }
    try {
      return Enum.valueOf(type, value.asString("").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidField(field, "must be one of " + List.of(type.getEnumConstants()));
    }
  }
}
