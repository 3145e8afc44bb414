package app.tdah.auth.device;

import app.tdah.auth.token.OpaqueToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * A device's long-lived random name, kept when nobody is signed in: a cookie of a browser, a header
 * of a native client. What it is worth is decided by the tables that hold its hash ({@link
 * OpaqueToken#hash()}); by itself it opens nothing.
 */
@Component
public class DeviceCookie {

  static final String NAME = "device";
  static final String HEADER = "Device-Token";
  private static final String PATH = "/api/v1/auth";
  private static final Duration LIFETIME = Duration.ofDays(400);
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final boolean secure;

  DeviceCookie(@Value("${assistant.auth.session.secure-cookie}") boolean secure) {
    this.secure = secure;
  }

  /** The device's name; empty for a new one and for nonsense. */
  public Optional<OpaqueToken> of(HttpServletRequest request) {
    return Stream.concat(header(request), cookies(request))
        .filter(value -> SHAPE.matcher(value).matches())
        .map(OpaqueToken::new)
        .findFirst();
  }

  private static Stream<String> header(HttpServletRequest request) {
    return Stream.ofNullable(request.getHeader(HEADER));
  }

  private static Stream<String> cookies(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue);
  }

  /** The {@code Set-Cookie} header that gives or renews it. */
  public String set(OpaqueToken name) {
    return ResponseCookie.from(NAME, name.value())
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path(PATH)
        .maxAge(LIFETIME)
        .build()
        .toString();
  }
}
