package app.tdah.user.privacy;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's wish to be erased.
 *
 * @param id the receipt
 * @param recipient where the receipt is sent
 * @param asked how often the services were asked
 */
record ErasureRequest(
    UUID id,
    UUID userId,
    Status status,
    @Nullable String recipient,
    Locale locale,
    Instant createdAt,
    Instant dueAt,
    int asked) {

  @Override
  public String toString() {
    return "ErasureRequest[" + id + ", " + status + "]";
  }

  enum Status {
    SCHEDULED,
    RUNNING,
    CANCELLED,
    DONE
  }
}
