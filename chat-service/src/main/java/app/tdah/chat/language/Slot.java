package app.tdah.chat.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** What a place in a rule holds, and how its words become an argument of the tool. */
enum Slot {
  TITLE((words, filling) -> Reference.read("title", words, filling)),
  ABOUT((words, filling) -> Reference.read("text", words, filling)),
  TEXT((words, filling) -> filling.put("text", Wording.unquoted(words))),
  REMINDER(ReminderWords::read),
  WHEN((words, filling) -> Times.moment(words, filling)),
  LATER((words, filling) -> Times.later(words, filling)),
  DAY((words, filling) -> Times.days(words, filling)),
  MINUTES((words, filling) -> Times.minutes(words, filling)),
  MOVED((words, filling) -> filling.change(Wording.plain(words))),
  ESTIMATE((words, filling) -> Times.estimate(words, filling)),
  RENAMED((words, filling) -> filling.change("title: " + Wording.plain(words))),
  TAG((words, filling) -> filling.change("#" + Wording.oneWord(words))),
  PROJECT((words, filling) -> filling.change("/" + Wording.oneWord(words))),
  FILTER((words, filling) -> filling.put("filter", Wording.plain(words))),
  QUERY((words, filling) -> filling.put("query", Wording.noun(words, filling))),
  FACT((words, filling) -> filling.put("fact", Wording.plain(words))),
  NAME((words, filling) -> filling.put("name", Wording.noun(words, filling))),
  ROUTINE((words, filling) -> filling.put("routine", Wording.noun(words, filling))),
  STEP((words, filling) -> filling.put("step", Wording.noun(words, filling))),
  STEPS((words, filling) -> filling.put("steps", Wording.list(words, filling))),
  TO((words, filling) -> filling.put("to", Wording.noun(words, filling))),
  SUBJECT((words, filling) -> filling.put("subject", Wording.plain(words))),
  BODY((words, filling) -> filling.put("body", Wording.plain(words))),
  WHICH((words, filling) -> Reference.which(words, filling));

  private static final List<Slot> TIMES = List.of(WHEN, DAY, MOVED);
  private static final List<Slot> SWALLOWING = List.of(STEPS, BODY, FACT);

  private final BiPredicate<String, Filling> reader;

  Slot(BiPredicate<String, Filling> reader) {
    this.reader = reader;
  }

  static Slot of(String name) {
    return Arrays.stream(values())
        .filter(slot -> slot.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no slot " + name));
  }

  boolean read(String words, Filling filling) {
    return reader.test(words, filling);
  }

  /** Whether it stands for the words about time. */
  boolean isTime() {
    return TIMES.contains(this);
  }

  /** Whether it takes all that follows, other commands too. */
  boolean swallows() {
    return SWALLOWING.contains(this);
  }
}
