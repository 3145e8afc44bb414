package app.tdah.chat.assistant;

import app.tdah.chat.assistant.model.Model;
import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.Message.Usage;

/** An answer in the making. */
final class Draft {

  private static final String PARAGRAPH = "\n\n";

  private final StringBuilder content;
  private String model;
  private long inputTokens;
  private long outputTokens;
  private boolean paragraphDue;

  /** Goes on where another replica wrote down how far it was. */
  Draft(Message message, String defaultModel) {
    this.content = new StringBuilder(message.content());
    Usage usage = message.usage();
    this.model = usage == null ? defaultModel : usage.model();
    this.inputTokens = usage == null ? 0 : usage.inputTokens();
    this.outputTokens = usage == null ? 0 : usage.outputTokens();
    this.paragraphDue = !content.isEmpty();
  }

  /** Adds text and returns what has to be told: it may begin with a new paragraph. */
  String append(String text) {
    String added = paragraphDue ? PARAGRAPH + text : text;
    paragraphDue = false;
    content.append(added);
    return added;
  }

  /** One question to a model is answered; beside a provider's the built-in one counts nothing. */
  void add(ModelClient.Reply reply) {
    if (!reply.model().equals(Model.LOCAL) || model.equals(Model.LOCAL)) {
      count(reply);
    }
    paragraphDue = !content.isEmpty();
  }

  private void count(ModelClient.Reply reply) {
    if (model.equals(Model.LOCAL) && !reply.model().equals(Model.LOCAL)) {
      inputTokens = 0;
      outputTokens = 0;
    }
    model = reply.model();
    inputTokens += reply.inputTokens();
    outputTokens += reply.outputTokens();
  }

  int length() {
    return content.length();
  }

  String content() {
    return content.toString();
  }

  String model() {
    return model;
  }

  long inputTokens() {
    return inputTokens;
  }

  long outputTokens() {
    return outputTokens;
  }
}
