package app.tdah.auth.session;

import app.tdah.auth.token.OpaqueToken;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is used.
 *
 * @param name as the user or the client calls it
 * @param userAgent the header, cut to 512 characters
 * @param address IP address of the client
 * @param cookie the name of the browser or of the native client; null where none is kept
 * @param trusted whether the second factor is not asked for on it
 */
public record Device(
    @Nullable String name,
    @Nullable String userAgent,
    String address,
    @Nullable OpaqueToken cookie,
    boolean trusted) {

  private static final int USER_AGENT_LENGTH = 512;

  /** One without a cookie. */
  public Device(@Nullable String name, @Nullable String userAgent, String address) {
    this(name, userAgent, address, null, false);
  }

  public Device {
    if (userAgent != null && userAgent.length() > USER_AGENT_LENGTH) {
      userAgent = userAgent.substring(0, USER_AGENT_LENGTH);
    }
  }
}
