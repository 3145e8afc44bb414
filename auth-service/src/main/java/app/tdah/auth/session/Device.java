package app.tdah.auth.session;

import org.jspecify.annotations.Nullable;

/**
 * Where a session is used.
 *
 * @param name as the user or the client calls it
 * @param userAgent the header, cut to 512 characters
 * @param address IP address of the client
 */
public record Device(@Nullable String name, @Nullable String userAgent, String address) {

  private static final int USER_AGENT_LENGTH = 512;

  public Device {
    if (userAgent != null && userAgent.length() > USER_AGENT_LENGTH) {
      userAgent = userAgent.substring(0, USER_AGENT_LENGTH);
    }
  }
}
