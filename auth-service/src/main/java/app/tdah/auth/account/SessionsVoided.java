package app.tdah.auth.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of an account must end; published and handled within the transaction of the cause.
 *
 * @param kept the one that goes on, if any
 */
public record SessionsVoided(UUID accountId, @Nullable UUID kept, Cause cause) {

  /** Why. */
  public enum Cause {
    PASSWORD_RESET,
    PASSWORD_CHANGED,
    SUSPENDED
  }
}
