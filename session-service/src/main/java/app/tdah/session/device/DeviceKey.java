package app.tdah.session.device;

import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.session.origin.UserAgent;
import java.util.Objects;

/** What tells a user's devices apart. */
final class DeviceKey {

  private DeviceKey() {}

  /** The hash of the device's cookie; for a client without cookies, what it says of itself. */
  static String of(SessionStarted started) {
    String cookie = started.deviceId();
    if (cookie != null) {
      return cookie;
    }
    UserAgent agent = UserAgent.parse(started.userAgent());
    return "says:%s;%s;%s"
        .formatted(
            Objects.requireNonNullElse(agent.browser(), ""),
            Objects.requireNonNullElse(agent.system(), ""),
            Objects.requireNonNullElse(started.deviceName(), ""));
  }
}
