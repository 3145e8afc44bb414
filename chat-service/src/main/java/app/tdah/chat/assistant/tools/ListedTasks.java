package app.tdah.chat.assistant.tools;

import app.tdah.chat.task.TaskFilter;
import app.tdah.chat.task.TaskStatus;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which tasks a model wants listed. */
final class ListedTasks {

  private ListedTasks() {}

  /**
   * Words such as {@code today}, {@code doing}, {@code done}, {@code dropped}, {@code all}, {@code
   * #tag}, {@code @context}, {@code /project}; the others are looked for in titles and notes.
   */
  static TaskFilter read(@Nullable String filter) {
    Set<TaskStatus> statuses = new HashSet<>();
    String tag = null;
    String context = null;
    String project = null;
    boolean today = false;
    StringBuilder words = new StringBuilder();
    for (String word : filter == null ? new String[0] : filter.strip().split("\\s+")) {
      String name = word.length() > 1 ? word.substring(1) : "";
      switch (name.isEmpty() ? ' ' : word.charAt(0)) {
        case '#' -> tag = name;
        case '@' -> context = name;
        case '/' -> project = name;
        default -> {
          if (word.equalsIgnoreCase("today")) {
            today = true;
          } else if (!addStatus(word, statuses)) {
            words.append(words.isEmpty() ? "" : " ").append(word);
          }
        }
      }
    }
    return new TaskFilter(
        statuses.isEmpty() ? EnumSet.of(TaskStatus.OPEN, TaskStatus.DOING) : statuses,
        project,
        tag,
        context,
        null,
        words.toString(),
        today,
        false);
  }

  private static boolean addStatus(String word, Set<TaskStatus> statuses) {
    switch (word.toLowerCase(Locale.ROOT)) {
      case "open" -> statuses.addAll(EnumSet.of(TaskStatus.OPEN, TaskStatus.DOING));
      case "doing" -> statuses.add(TaskStatus.DOING);
      case "done" -> statuses.add(TaskStatus.DONE);
      case "dropped" -> statuses.add(TaskStatus.DROPPED);
      case "all" -> statuses.addAll(EnumSet.allOf(TaskStatus.class));
      default -> {
        return false;
      }
    }
    return true;
  }
}
