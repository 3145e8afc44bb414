package app.tdah.chat.language;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message as rules see it: as it is, or with what it says about time taken out and {@link #TIME}
 * put at its end, so that "tomorrow at five remind me" and "remind me tomorrow at five" look alike.
 *
 * @param when the words about time, or empty
 */
record View(Folded text, String when) {

  static final char TIME = '\u0002';

  /** No phrase about time has more words. */
  private static final int WORDS = 14;

  private static final Pattern WORD_START = Pattern.compile("(?<=[\\s(])\\S");
  private static final Pattern WORD_END = Pattern.compile("\\s");
  private static final Pattern EDGES = Pattern.compile("^[\\s,;:.]+|[\\s,;:.]+$");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** All views, the plain one first. */
  static List<View> of(Folded text, Language language, ZonedDateTime now) {
    List<View> views = new ArrayList<>();
    views.add(new View(text, ""));
    addLast(views, text, language, now);
    addFirst(views, text, language, now);
    addAmid(views, text, language, now);
    return views;
  }

  private static void addLast(List<View> views, Folded text, Language language, ZonedDateTime now) {
    List<Integer> starts =
        WORD_START.matcher(text.folded()).results().map(MatchResult::start).toList();
    for (int start : starts.subList(Math.max(0, starts.size() - WORDS), starts.size())) {
      String when = text.original().substring(start);
      if (QuickAdd.isOnlyTime(Folded.of(when), language, now)) {
        views.add(timed(text.original().substring(0, start), when));
        return;
      }
    }
  }

  private static void addFirst(
      List<View> views, Folded text, Language language, ZonedDateTime now) {
    List<Integer> ends =
        WORD_END.matcher(text.folded()).results().map(MatchResult::start).limit(WORDS).toList();
    for (int end : ends.reversed()) {
      String when = EDGES.matcher(text.original().substring(0, end)).replaceAll("");
      if (QuickAdd.isOnlyTime(Folded.of(when), language, now)) {
        views.add(timed(text.original().substring(end), when));
        return;
      }
    }
  }

  private static void addAmid(List<View> views, Folded text, Language language, ZonedDateTime now) {
    Scan scan = QuickAdd.times(text, language, new Moment(now));
    if (!scan.understood().isEmpty()) {
      String when =
          scan.understood().stream()
              .map(QuickAddResult.Understood::text)
              .collect(Collectors.joining(" "));
      views.add(timed(scan.rest(), when));
    }
  }

  private static View timed(String rest, String when) {
    String trimmed = SPACES.matcher(EDGES.matcher(rest).replaceAll("")).replaceAll(" ");
    return new View(Folded.of((trimmed + " " + TIME).strip()), when);
  }

  boolean isTimed() {
    return !when.isEmpty();
  }

  /** A stretch of the original text, with the words about time where the sign stands for them. */
  String original(int start, int end) {
    return text.original().substring(start, end).replace(String.valueOf(TIME), when);
  }
}
