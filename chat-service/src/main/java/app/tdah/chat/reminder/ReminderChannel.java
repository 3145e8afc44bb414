package app.tdah.chat.reminder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a user wants to be reminded. */
public enum ReminderChannel {
  PUSH,
  SMS,
  EMAIL,
  IN_APP;

  private static final String COMMA = ",";

  static String joined(List<ReminderChannel> channels) {
    return channels.stream().distinct().map(Enum::name).collect(Collectors.joining(COMMA));
  }

  static List<ReminderChannel> split(@Nullable String joined) {
    return joined == null || joined.isEmpty()
        ? List.of()
        : Arrays.stream(joined.split(COMMA)).map(ReminderChannel::valueOf).toList();
  }
}
