package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.Person;
import app.tdah.auth.account.ScheduledErasure;
import app.tdah.auth.token.OpaqueToken;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a log-in or a refresh.
 *
 * @param status {@code AUTHENTICATED}
 * @param expiresIn seconds that the access token lives
 * @param erasure of the account, which its owner can still call off
 * @param refreshToken only for a client that keeps it itself; a browser has the cookie
 * @param deviceToken the device's name, for such a client to send as {@code Device-Token} from now
 *     on; a browser has a cookie
 */
public record TokenResponse(
    Status status,
    String accessToken,
    String tokenType,
    long expiresIn,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refreshToken,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String deviceToken,
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

  /** For a browser, which gets the rest in cookies. */
  static TokenResponse withoutTokens(SignedIn session) {
    return of(session, null, null);
  }

  /** For a native client, which keeps them itself. */
  static TokenResponse withTokens(SignedIn session, @Nullable OpaqueToken device) {
    return of(session, session.refreshToken(), device);
  }

  private static TokenResponse of(
      SignedIn session, @Nullable OpaqueToken refreshToken, @Nullable OpaqueToken device) {
    return new TokenResponse(
        Status.AUTHENTICATED,
        session.accessToken(),
        "Bearer",
        session.accessLifetime().toSeconds(),
        refreshToken == null ? null : refreshToken.value(),
        device == null ? null : device.value(),
        User.from(session.account(), session.roles()),
        session.account().erasure().orElse(null));
  }
}
