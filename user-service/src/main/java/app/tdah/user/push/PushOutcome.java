package app.tdah.user.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a push service made of a message. */
public sealed interface PushOutcome {

  /** It will deliver it. */
  record Taken() implements PushOutcome {}

  /** There is no such subscription any more; it is removed here too. */
  record Gone(String reason) implements PushOutcome {}

  /**
   * It cannot take it now.
   *
   * @param after when it says so itself
   */
  record Later(String reason, @Nullable Duration after) implements PushOutcome {}

  /** It will never take it. */
  record Refused(String reason) implements PushOutcome {}
}
