package app.tdah.chat.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool that the assistant used for an answer.
 *
 * @param round how many times the model had been asked before it wanted this
 * @param callId the model's own id
 * @param arguments a JSON object
 * @param result what the tool said; null until it has run
 */
public record ToolCall(
    UUID id,
    UUID messageId,
    int round,
    int ordinal,
    String callId,
    String name,
    String arguments,
    Status status,
    @Nullable String result) {

  /** Whether it has run, and how it went. */
  public enum Status {
    RUNNING,
    COMPLETED,
    FAILED
  }
}
