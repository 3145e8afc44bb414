package app.tdah.chat.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one side said.
 *
 * @param parentId the message that this one follows
 * @param usage what the answer took; null for what a user said
 */
public record Message(
    UUID id,
    UUID conversationId,
    UUID userId,
    @Nullable UUID parentId,
    Role role,
    String content,
    Status status,
    @Nullable Usage usage,
    Instant createdAt) {

  /** Who said it. */
  public enum Role {
    USER,
    ASSISTANT
  }

  /** How far an answer is; what a user says is complete. */
  public enum Status {
    PENDING,
    STREAMING,
    COMPLETED,
    STOPPED,
    FAILED;

    /** Whether nothing more will come. */
    public boolean isFinal() {
      return this == COMPLETED || this == STOPPED || this == FAILED;
    }
  }

  /**
   * What an answer took.
   *
   * @param costMicros in millionths of the currency unit
   * @param currency ISO 4217
   */
  public record Usage(
      String model, long inputTokens, long outputTokens, long costMicros, String currency) {}
}
