package app.tdah.chat.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as clients see it, over HTTP and in realtime events.
 *
 * @param siblingIds the messages that stand in this place of the conversation, itself among them,
 *     the oldest first: more than one where a message was edited or an answer made anew
 */
@Schema(name = "Message")
public record MessageView(
    UUID id,
    UUID conversationId,
    @Nullable UUID parentId,
    List<UUID> siblingIds,
    Message.Role role,
    String content,
    Message.Status status,
    List<ToolCallView> toolCalls,
    Message.@Nullable Usage usage,
    Instant createdAt) {

  /** A tool call as clients see it; arguments are a JSON object, the result is any JSON. */
  @Schema(name = "ToolCall")
  public record ToolCallView(
      UUID id, String name, Object arguments, ToolCall.Status status, @Nullable Object result) {}
}
