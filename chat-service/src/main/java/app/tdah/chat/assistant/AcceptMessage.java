package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Branches;
import app.tdah.chat.conversation.Conversation;
import app.tdah.chat.conversation.Conversations;
import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.Messages;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.InvalidField;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepts what a user says: with the commit it is certain that it will be answered, once. The same
 * id a second time is the same message.
 */
@Component
class AcceptMessage {

  static final int MAX_CONTENT = 16_000;

  private final Conversations conversations;
  private final Branches branches;
  private final Messages messages;
  private final BeginTurn begin;
  private final TransactionTemplate transactions;

  AcceptMessage(
      Conversations conversations,
      Branches branches,
      Messages messages,
      BeginTurn begin,
      TransactionTemplate transactions) {
    this.conversations = conversations;
    this.branches = branches;
    this.messages = messages;
    this.begin = begin;
    this.transactions = transactions;
  }

  /** Accepts a message on the web. */
  Accepted accept(UUID userId, @Nullable UUID id, @Nullable UUID conversationId, String content) {
    return once(
        userId,
        id,
        content,
        (messageId, text) -> add(messageId, conversation(userId, conversationId), text));
  }

  /** Accepts a text message; part of the transaction of its event. */
  void acceptSms(UUID userId, String content) {
    String text = content.replace("\0", "").strip();
    String bounded = text.substring(0, Math.min(text.length(), MAX_CONTENT));
    add(Ids.next(), conversations.bySms(userId), bounded);
  }

  /** Adds a message in a transaction; the same id a second time is the same message. */
  Accepted once(
      UUID userId, @Nullable UUID id, String content, BiFunction<UUID, String, Accepted> work) {
    String text = checked(content);
    if (id == null) {
      return inTransaction(() -> work.apply(Ids.next(), text));
    }
    return again(userId, id, text)
        .or(() -> first(() -> work.apply(id, text)))
        .or(() -> again(userId, id, text))
        .orElseThrow();
  }

  private Optional<Accepted> first(Supplier<Accepted> work) {
    try {
      return Optional.of(inTransaction(work));
    } catch (BeginTurn.AlreadyThere e) {
      return Optional.empty();
    }
  }

  private Accepted inTransaction(Supplier<Accepted> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }

  private Conversation conversation(UUID userId, @Nullable UUID id) {
    return id == null
        ? conversations.begin(userId, Ids.next(), null)
        : conversations.require(userId, id);
  }

  private Accepted add(UUID id, Conversation conversation, String content) {
    conversations.lock(conversation.userId(), conversation.id());
    UUID parent = branches.leafOf(conversation.id()).orElse(null);
    return begin.ask(conversation, id, parent, content);
  }

  private Optional<Accepted> again(UUID userId, UUID id, String content) {
    return messages
        .find(id)
        .map(message -> {
          boolean same =
              message.userId().equals(userId)
                  && message.role() == Message.Role.USER
                  && message.content().equals(content);
          if (!same) {
            throw new MessageIdTaken();
          }
          return new Accepted(message, messages.answerTo(id));
        });
  }

  private static String checked(String content) {
    if (content.indexOf('\0') >= 0) {
      throw new InvalidField("content", "must not have a NUL character");
    }
    return content.strip();
  }
}
