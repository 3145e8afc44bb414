package app.tdah.oauth.provider;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as the provider handed them out.
 *
 * @param refreshToken null when none was issued
 * @param lifetime of the access token
 * @param capabilities what the granted scopes allow; null when the provider did not say
 */
public record TokenGrant(
    String accessToken,
    @Nullable String refreshToken,
    Duration lifetime,
    @Nullable Set<Capability> capabilities) {

  @Override
  public String toString() {
    return "TokenGrant[capabilities=" + capabilities + ", lifetime=" + lifetime + "]";
  }
}
