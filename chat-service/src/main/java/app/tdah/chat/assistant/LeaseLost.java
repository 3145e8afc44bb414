package app.tdah.chat.assistant;

import java.util.UUID;

/** Another replica answers, or the conversation is gone: this one must not write any more. */
final class LeaseLost extends RuntimeException {

  LeaseLost(UUID assistantMessageId) {
    super("answer " + assistantMessageId);
  }
}
