package app.tdah.defaults.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who makes the request, from a verified access token; controllers take it as an argument.
 *
 * @param id the user
 * @param sessionId the session that the token belongs to
 * @param roles such as {@code USER}
 * @param authTime when the user last proved who they are
 */
public record CurrentUser(UUID id, UUID sessionId, Set<String> roles, Instant authTime) {

  private static final Duration RECENT = Duration.ofMinutes(5);

  /**
   * Goes on only when the user has proved who they are within the last five minutes.
   *
   * @throws ReauthenticationRequired otherwise
   */
  public void requireRecentLogin(Clock clock) {
    if (authTime.isBefore(clock.instant().minus(RECENT))) {
      throw new ReauthenticationRequired();
    }
  }

  /** Reads {@code sub}, {@code sid}, {@code roles} and {@code auth_time}. */
  public static CurrentUser from(Jwt jwt) {
    List<String> roles = jwt.getClaimAsStringList("roles");
    Instant authTime = jwt.getClaimAsInstant("auth_time");
    return new CurrentUser(
        UUID.fromString(jwt.getSubject()),
        UUID.fromString(jwt.getClaimAsString("sid")),
        roles == null ? Set.of() : Set.copyOf(roles),
        authTime == null ? Instant.EPOCH : authTime);
  }
}
