package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.Person;
import app.tdah.auth.account.ScheduledErasure;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a log-in or a refresh.
 *
 * @param status {@code AUTHENTICATED}
 * @param expiresIn seconds that the access token lives
 * @param erasure of the account, which its owner can still call off
 * @param refreshToken only for a client that keeps it itself; a browser has the cookie
 */
public record TokenResponse(
    Status status,
    String accessToken,
    String tokenType,
    long expiresIn,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refreshToken,
    User user,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ScheduledErasure erasure) {

  /** How far signing in has come. */
  public enum Status {
    AUTHENTICATED
  }

  /** Who is signed in. */
  public record User(
      UUID id,
      String email,
      String displayName,
      String locale,
      String timeZone,
      boolean emailVerified,
      List<String> roles) {

    static User from(Account account, List<String> roles) {
      Person person = account.person();
      return new User(
          account.id(),
          account.email(),
          person.displayName(),
          person.locale(),
          person.timeZone(),
          account.emailVerified(),
          roles);
    }
  }

  /** Delivers the tokens: the refresh token in the body if asked for, else in the cookie. */
  public static ResponseEntity<TokenResponse> deliver(
      SignedIn session, RefreshTokenDelivery delivery, RefreshCookie cookie) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (delivery == RefreshTokenDelivery.COOKIE) {
      answer.header(HttpHeaders.SET_COOKIE, cookie.set(session));
    }
    return answer.body(from(session, delivery));
  }

  private static TokenResponse from(SignedIn session, RefreshTokenDelivery delivery) {
    return new TokenResponse(
        Status.AUTHENTICATED,
        session.accessToken(),
        "Bearer",
        session.accessLifetime().toSeconds(),
        delivery == RefreshTokenDelivery.BODY ? session.refreshToken().value() : null,
        User.from(session.account(), session.roles()),
        session.account().erasure().orElse(null));
  }
}
