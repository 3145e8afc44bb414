package app.tdah.chat.memory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A fact about a user, and who wrote it down. */
@Schema(name = "Memory")
public record Memory(
    UUID id, String fact, Source source, long version, Instant createdAt, Instant updatedAt) {

  /** Who wrote it down. */
  public enum Source {
    USER,
    ASSISTANT
  }
}
