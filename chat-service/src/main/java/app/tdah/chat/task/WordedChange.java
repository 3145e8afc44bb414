package app.tdah.chat.task;

import app.tdah.chat.language.QuickAddResult;
import app.tdah.defaults.web.InvalidField;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What words of the quick-add grammar change of a task that is there. */
final class WordedChange {

  private static final Pattern TITLE =
      Pattern.compile(
          "^\\s*(?:title|t[ií]tulo)\\s*:\\s*(\\S.*)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private WordedChange() {}

  /**
   * The details with what the words name; tags are added.
   *
   * @throws InvalidField when they name nothing
   */
  static TaskDetails of(String words, QuickAddResult named, TaskDetails old) {
    Matcher title = TITLE.matcher(words);
    if (title.matches()) {
      return titled(old, title.group(1).strip());
    }
    if (named.understood().isEmpty()) {
      throw new InvalidField("changes", "must name what to change, such as: tomorrow 5pm !high");
    }
    return merged(named, kinds(named), old);
  }

  private static Set<String> kinds(QuickAddResult named) {
    return named.understood().stream()
        .map(QuickAddResult.Understood::kind)
        .collect(Collectors.toSet());
  }

  private static TaskDetails titled(TaskDetails old, String title) {
    if (title.length() > TaskPatch.MAX_TITLE) {
      throw new InvalidField("changes", "must have a title of at most " + TaskPatch.MAX_TITLE);
    }
    return new TaskDetails(
        title,
        old.notes(),
        old.tags(),
        old.context(),
        old.project(),
        old.priority(),
        old.energy(),
        old.estimateMinutes(),
        old.startAt(),
        old.dueAt(),
        old.dueDate(),
        old.recurrence());
  }

  private static TaskDetails merged(QuickAddResult named, Set<String> kinds, TaskDetails old) {
    List<String> tags =
        Stream.concat(old.tags().stream(), named.tags().stream()).distinct().toList();
    boolean moved = named.dueAt() != null || named.dueDate() != null;
    return new TaskDetails(
        old.title(),
        old.notes(),
        tags,
        named.context() == null ? old.context() : named.context(),
        named.project() == null ? old.project() : named.project(),
        kinds.contains("priority") ? named.priority() : old.priority(),
        kinds.contains("energy") ? named.energy() : old.energy(),
        named.estimateMinutes() == null ? old.estimateMinutes() : named.estimateMinutes(),
        moved ? named.startAt() : old.startAt(),
        moved ? named.dueAt() : old.dueAt(),
        moved ? named.dueDate() : old.dueDate(),
        named.recurrence() == null ? old.recurrence() : named.recurrence());
  }
}
