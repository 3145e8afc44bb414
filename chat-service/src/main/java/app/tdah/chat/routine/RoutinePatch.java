package app.tdah.chat.routine;

import app.tdah.chat.routine.RoutinePlan.PlannedStep;
import app.tdah.defaults.web.InvalidField;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON merge patch (RFC 7396) of a routine: what is named is set, null clears, the rest stays.
 * Steps are a whole list; those with the id of a step that is there keep their history.
 */
final class RoutinePatch {

  static final int MAX_NAME = 200;
  static final int MAX_STEPS = 30;
  static final int MAX_MINUTES = 480;

  private final JsonNode patch;

  RoutinePatch(JsonNode patch) {
    if (!patch.isObject()) {
      throw new InvalidField("body", "must be an object");
    }
    this.patch = patch;
  }

  RoutinePlan apply(RoutinePlan before) {
    String name = patch.has("name") ? text("name", patch.path("name")) : before.name();
    if (name.isBlank()) {
      throw new InvalidField("name", "is needed");
    }
    List<PlannedStep> steps = patch.has("steps") ? steps(before) : before.steps();
    if (steps.isEmpty()) {
      throw new InvalidField("steps", "must have at least one step");
    }
    return new RoutinePlan(name, days(before), time(before.time()), remind(before), steps);
  }

  private Set<Weekday> days(RoutinePlan before) {
    JsonNode days = patch.path("days");
    if (days.isMissingNode()) {
      return before.days();
    }
    Set<Weekday> chosen = EnumSet.noneOf(Weekday.class);
    if (days.isNull()) {
      return EnumSet.allOf(Weekday.class);
    }
    try {
      days.forEach(day -> chosen.add(Weekday.valueOf(day.asString(""))));
    } catch (IllegalArgumentException e) {
      chosen.clear();
    }
    if (!days.isArray() || chosen.isEmpty()) {
      throw new InvalidField("days", "must be a list of MO, TU, WE, TH, FR, SA, SU");
    }
    return chosen;
  }

  private @Nullable LocalTime time(@Nullable LocalTime before) {
    JsonNode time = patch.path("time");
    if (time.isMissingNode()) {
      return before;
    }
    if (time.isNull()) {
      return null;
    }
    try {
      return LocalTime.parse(time.asString("")).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeException e) {
      throw new InvalidField("time", "must be a time such as 07:30");
    }
  }

  private boolean remind(RoutinePlan before) {
    JsonNode remind = patch.path("remind");
    if (remind.isMissingNode()) {
      return before.remind();
    }
    if (!remind.isBoolean()) {
      throw new InvalidField("remind", "must be true or false");
    }
    return remind.asBoolean();
  }

  private List<PlannedStep> steps(RoutinePlan before) {
    JsonNode steps = patch.path("steps");
    if (!steps.isArray() || steps.isEmpty() || steps.size() > MAX_STEPS) {
      throw new InvalidField("steps", "must be a list of 1 to " + MAX_STEPS + " steps");
    }
    Set<UUID> there =
        before.steps().stream()
            .map(PlannedStep::id)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    List<PlannedStep> planned = new ArrayList<>();
    for (JsonNode step : steps) {
      planned.add(step(step, "steps[" + planned.size() + "]", there));
    }
    return planned;
  }

  private static PlannedStep step(JsonNode step, String field, Set<UUID> there) {
    JsonNode id = step.path("id");
    UUID known = id.isMissingNode() || id.isNull() ? null : uuid(field + ".id", id);
    if (known != null && !there.remove(known)) {
      throw new InvalidField(field + ".id", "must be a step of this routine, once");
    }
    return new PlannedStep(
        known, text(field + ".title", step.path("title")), minutes(step.path("minutes"), field));
  }

  private static @Nullable Integer minutes(JsonNode minutes, String field) {
    if (minutes.isMissingNode() || minutes.isNull()) {
      return null;
    }
    if (!minutes.isInt() || minutes.asInt() < 1 || minutes.asInt() > MAX_MINUTES) {
      throw new InvalidField(field + ".minutes", "must be a number from 1 to " + MAX_MINUTES);
    }
    return minutes.asInt();
  }

  private static String text(String field, JsonNode value) {
    String text = value.isString() ? value.asString().strip() : "";
    if (text.isBlank() || text.length() > MAX_NAME || text.indexOf('\0') >= 0) {
      throw new InvalidField(field, "must be a text of 1 to " + MAX_NAME + " characters");
    }
    return text;
  }

  private static UUID uuid(String field, JsonNode value) {
    try {
      return UUID.fromString(value.asString(""));
    } catch (IllegalArgumentException e) {
      throw new InvalidField(field, "must be a UUID");
    }
  }
}
