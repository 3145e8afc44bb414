package app.tdah.chat.reminder;

import app.tdah.chat.task.Recurrences;
import app.tdah.defaults.web.InvalidField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON merge patch (RFC 7396) of a reminder: {@code text}, {@code dueAt}, {@code recurrence},
 * {@code channels}; what is not named stays.
 */
final class ReminderPatch {

  private final JsonNode patch;

  ReminderPatch(JsonNode patch) {
    if (!patch.isObject()) {
      throw new InvalidField("body", "must be an object");
    }
    this.patch = patch;
  }

  void apply(Reminder reminder, ZoneId zone) {
    String text = text(reminder.text());
    Instant dueAt = dueAt(reminder.dueAt());
    String rule = recurrence(reminder.recurrence());
    String channels = channels(reminder.channels());
    reminder.say(text);
    reminder.by(channels);
    if (patch.has("dueAt") || patch.has("recurrence")) {
      reminder.restart(dueAt, rule, LocalDateTime.ofInstant(dueAt, zone));
    }
  }

  private String text(String old) {
    JsonNode value = patch.get("text");
    if (value == null) {
      return old;
    }
    if (!value.isString() || value.asString().isBlank() || value.asString().length() > 500) {
      throw new InvalidField("text", "must be a text of 1 to 500 characters");
    }
    return NewReminder.clean(value.asString());
  }

  private Instant dueAt(Instant old) {
    JsonNode value = patch.get("dueAt");
    if (value == null) {
      return old;
    }
    try {
      return Reminders.grain(NewReminder.bounded("dueAt", Instant.parse(value.asString(""))));
    } catch (DateTimeException e) {
      throw new InvalidField("dueAt", "must be a moment in ISO 8601");
    }
  }

  private @Nullable String recurrence(@Nullable String old) {
    JsonNode value = patch.get("recurrence");
    if (value == null) {
      return old;
    }
    if (value.isNull()) {
      return null;
    }
    if (!value.isString() || !Recurrences.isRule(value.asString())) {
      throw new InvalidField("recurrence", "must be an RRULE (RFC 5545) without its prefix");
    }
    return value.asString();
  }

  private String channels(@Nullable String old) {
    JsonNode value = patch.get("channels");
    if (value == null) {
      return old == null ? "" : old;
    }
    if (value.isNull()) {
      return "";
    }
    List<ReminderChannel> wanted =
        StreamSupport.stream(value.spliterator(), false).map(ReminderPatch::channel).toList();
    return ReminderChannel.joined(wanted);
  }

  private static ReminderChannel channel(JsonNode value) {
    try {
      return ReminderChannel.valueOf(value.asString(""));
    } catch (IllegalArgumentException e) {
      throw new InvalidField("channels", "must be of PUSH, SMS, EMAIL and IN_APP");
    }
  }
}
