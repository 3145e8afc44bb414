package app.tdah.user.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a notification itself says about its way.
 *
 * @param channels those it wants; empty for all. Where none of them reaches the user the others are
 *     taken: a reminder for a browser that is not there would not be heard.
 * @param again it repeats what was said before
 */
record Asked(Set<Channel> channels, boolean again) {

  static final Asked NOTHING = new Asked(Set.of(), false);

  Asked {
    channels = Set.copyOf(channels);
  }

  /** By the variables {@code channels}, names with commas, and {@code rung}, 0 the first time. */
  static Asked by(Notification notification) {
    String rung = notification.variable("rung");
    Set<String> names =
        Set.of(Arrays.stream(Channel.values()).map(Enum::name).toArray(String[]::new));
    Set<Channel> channels =
        Arrays.stream(notification.variable("channels").split(","))
            .distinct()
            .filter(names::contains)
            .map(Channel::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
    return new Asked(channels, !rung.isEmpty() && !rung.equals("0"));
  }

  boolean wants(Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }

  boolean onlyInApp() {
    return channels.equals(Set.of(Channel.IN_APP));
  }

  /** By name, so that it is written to although a device was reached. */
  boolean names(Channel channel) {
    return channels.contains(channel);
  }
}
