package app.tdah.chat.conversation;

import app.tdah.chat.conversation.MessageView.ToolCallView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes messages presentable, with their tool calls. */
@Component
public class MessageViews {

  private final ToolCalls toolCalls;
  private final Branches branches;
  private final JsonMapper json;

  MessageViews(ToolCalls toolCalls, Branches branches, JsonMapper json) {
    this.toolCalls = toolCalls;
    this.branches = branches;
    this.json = json;
  }

  /** One message. */
  public MessageView of(Message message) {
    return of(List.of(message)).getFirst();
  }

  /** Several messages, in their order. */
  public List<MessageView> of(List<Message> messages) {
    Map<UUID, List<ToolCall>> calls =
        toolCalls.ofMessages(messages.stream().map(Message::id).toList()).stream()
            .collect(Collectors.groupingBy(ToolCall::messageId));
    Map<UUID, List<UUID>> siblings = branches.siblingsOf(messages);
    return messages.stream()
        .map(message ->
            view(
                message,
                siblings.getOrDefault(message.id(), List.of(message.id())),
                calls.getOrDefault(message.id(), List.of())))
        .toList();
  }

  /** A tool call. */
  public ToolCallView of(ToolCall call) {
    return new ToolCallView(
        call.id(), call.name(), parsed(call.arguments()), call.status(), result(call.result()));
  }

  private MessageView view(Message message, List<UUID> siblings, List<ToolCall> calls) {
    return new MessageView(
        message.id(),
        message.conversationId(),
        message.parentId(),
        siblings,
        message.role(),
        message.content(),
        message.status(),
        calls.stream().map(this::of).toList(),
        message.usage(),
        message.createdAt());
  }

  private @Nullable JsonNode result(@Nullable String result) {
    return result == null ? null : parsed(result);
  }

  /** A model may write arguments that are not JSON; they are shown as they are. */
  private JsonNode parsed(String text) {
    try {
      return json.readTree(text);
    } catch (JacksonException e) {
      return json.getNodeFactory().stringNode(text);
    }
  }
}
