package app.tdah.chat.language;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line of quick-add means.
 *
 * @param title the text without what was understood
 * @param tags without {@code #}
 * @param dueAt set when a time was given, else {@code dueDate} may be
 * @param recurrence RRULE (RFC 5545) without prefix
 * @param understood what was read from which words, in the order of the text
 */
public record QuickAddResult(
    String title,
    List<String> tags,
    @Nullable String context,
    @Nullable String project,
    Priority priority,
    Energy energy,
    @Nullable Integer estimateMinutes,
    @Nullable Instant startAt,
    @Nullable Instant dueAt,
    @Nullable LocalDate dueDate,
    @Nullable String recurrence,
    List<Understood> understood) {

  /**
   * Words that were understood.
   *
   * @param kind {@code tag, context, project, priority, energy, estimate, date, time} or {@code
   *     recurrence}
   * @param text the words
   * @param value what they were read as
   */
  public record Understood(String kind, String text, String value) {}

  /** What is known without reading: a title and a moment. */
  public static QuickAddResult due(String title, Instant dueAt, @Nullable String recurrence) {
    return new QuickAddResult(
        title,
        List.of(),
        null,
        null,
        Priority.NORMAL,
        Energy.MEDIUM,
        null,
        null,
        dueAt,
        null,
        recurrence,
        List.of());
  }
}
