package app.tdah.auth.device;

import app.tdah.auth.token.OpaqueToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Names browsers: one that has no name yet gets one when somebody signs in on it. */
@Component
public class DeviceNames {

  private final DeviceCookie cookie;

  DeviceNames(DeviceCookie cookie) {
    this.cookie = cookie;
  }

  /**
   * The name of the browser.
   *
   * @param keepsCookies makes up a name for a browser without one; a native client that keeps its
   *     refresh token itself has a name only if it sends one
   */
  public Optional<OpaqueToken> of(HttpServletRequest request, boolean keepsCookies) {
    return cookie
        .of(request)
        .or(() -> keepsCookies ? Optional.of(OpaqueToken.generate()) : Optional.empty());
  }

  /** Gives or renews the name; to be called when the sign-in has come as far as an answer. */
  public void keep(OpaqueToken name, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.set(name));
  }
}
