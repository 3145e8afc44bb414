package app.tdah.auth.session;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie that holds a browser's refresh token, out of reach of scripts. */
@Component
public class RefreshCookie {

  static final String NAME = "refresh_token";
  private static final String PATH = "/api/v1/auth";

  private final boolean secure;

  RefreshCookie(SessionProperties properties) {
    this.secure = properties.secureCookie();
  }

  /** Sets it for as long as the token lives. */
  public String set(SignedIn session) {
    return cookie(session.refreshToken().value(), session.refreshLifetime());
  }

  /** Makes the browser forget it. */
  String clear() {
    return cookie("", Duration.ZERO);
  }

  private String cookie(String value, Duration lifetime) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path(PATH)
        .maxAge(lifetime)
        .build()
        .toString();
  }
}
