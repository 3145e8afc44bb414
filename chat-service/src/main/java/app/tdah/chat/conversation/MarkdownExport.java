package app.tdah.chat.conversation;

import java.util.List;
import java.util.Objects;

/** A conversation as a text that people read. */
final class MarkdownExport {

  private static final String UNTITLED = "—";

  private MarkdownExport() {}

  /** In order; the text of messages, which may be Markdown itself, stays as it is. */
  static String of(Conversation conversation, List<Message> said) {
    StringBuilder text = new StringBuilder("# ");
    text.append(Objects.requireNonNullElse(conversation.title(), UNTITLED)).append('\n');
    for (Message message : said) {
      text.append("\n## ")
          .append(message.role() == Message.Role.USER ? "🧑" : "🤖")
          .append(' ')
          .append(message.createdAt())
          .append("\n\n")
          .append(message.content())
          .append('\n');
    }
    return text.toString();
  }
}
