package app.tdah.auth.challenge;

import app.tdah.auth.factor.Method;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The password was right, and a second factor is asked for.
 *
 * @param methods what the user has, the strongest first
 * @param expiresIn seconds
 * @param smsTo where a code would go, masked
 */
public record MfaRequired(
    Status status,
    UUID challengeId,
    List<Method> methods,
    long expiresIn,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String smsTo) {

  /** How far signing in has come. */
  public enum Status {
    MFA_REQUIRED
  }
}
