package app.tdah.auth.device;

import app.tdah.auth.token.OpaqueToken;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Names devices: one that has no name yet gets one when somebody signs in on it. */
@Component
public class DeviceNames {

  private final DeviceCookie cookie;

  DeviceNames(DeviceCookie cookie) {
    this.cookie = cookie;
  }

  /** The name of the device, made up for a new one; to be given when somebody has signed in. */
  public OpaqueToken of(HttpServletRequest request) {
    return cookie.of(request).orElseGet(OpaqueToken::generate);
  }
}
