package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Conversation;
import app.tdah.chat.conversation.Conversations;
import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.MessageView;
import app.tdah.chat.conversation.MessageViews;
import app.tdah.chat.conversation.Messages;
import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.InvalidField;
import app.tdah.defaults.web.ProblemException;
import app.tdah.events.CommunicationEvent.MessageReceived;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
  private final Messages messages;
  private final MessageViews views;
  private final Turns turns;
  private final EventPublisher events;
  private final Realtime realtime;
  private final TransactionTemplate transactions;
  private final Clock clock;

  AcceptMessage(
      Conversations conversations,
      Messages messages,
      MessageViews views,
      Turns turns,
      EventPublisher events,
      Realtime realtime,
      TransactionTemplate transactions,
      Clock clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.views = views;
    this.turns = turns;
    this.events = events;
    this.realtime = realtime;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A message and the one that answers it. */
  record Accepted(Message user, Message assistant) {}

  /** Accepts a message on the web. */
  Accepted accept(UUID userId, @Nullable UUID id, @Nullable UUID conversationId, String content) {
    String text = checked(content);
    if (id == null) {
      return inTransaction(userId, Ids.next(), conversationId, text);
    }
    return again(userId, id, text)
        .or(() -> first(userId, id, conversationId, text))
        .or(() -> again(userId, id, text))
        .orElseThrow();
  }

  /** Accepts a text message; part of the transaction of its event. */
  void acceptSms(UUID userId, String content) {
    String text = content.replace("\0", "").strip();
    String bounded = text.substring(0, Math.min(text.length(), MAX_CONTENT));
    add(userId, Ids.next(), conversations.bySms(userId), bounded);
  }

  private Optional<Accepted> first(
      UUID userId, UUID id, @Nullable UUID conversationId, String content) {
    try {
      return Optional.of(inTransaction(userId, id, conversationId, content));
    } catch (AlreadyThere e) {
      return Optional.empty();
    }
  }

  private Accepted inTransaction(
      UUID userId, UUID id, @Nullable UUID conversationId, String content) {
    Accepted accepted =
        transactions.execute(
            status -> add(userId, id, conversation(userId, conversationId), content));
    return Objects.requireNonNull(accepted);
  }

  private Conversation conversation(UUID userId, @Nullable UUID id) {
    return id == null
        ? conversations.begin(userId, Ids.next(), null)
        : conversations.require(userId, id);
  }

  private Accepted add(UUID userId, UUID id, Conversation conversation, String content) {
    conversations.lock(userId, conversation.id());
    UUID parent = messages.newestOf(conversation.id()).orElse(null);
    Message user = message(id, conversation, parent, Message.Role.USER, content);
    if (!messages.add(user)) {
      throw new AlreadyThere();
    }
    Message assistant = message(Ids.next(), conversation, id, Message.Role.ASSISTANT, "");
    messages.add(assistant);
    conversations.touch(conversation.id(), content);
    events.publish(
        new MessageReceived(userId, id, conversation.id(), conversation.channel().name()));
    MessageView asked = views.of(user);
    realtime.publish(
        userId,
        "message.accepted",
        Map.of("message", asked, "assistantMessage", views.of(assistant)));
    turns.add(userId, conversation.id(), id, assistant.id());
    return new Accepted(user, assistant);
  }

  private Message message(
      UUID id,
      Conversation conversation,
      @Nullable UUID parent,
      Message.Role role,
      String content) {
    return new Message(
        id,
        conversation.id(),
        conversation.userId(),
        parent,
        role,
        content,
        role == Message.Role.USER ? Message.Status.COMPLETED : Message.Status.PENDING,
        null,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
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

  private static final class AlreadyThere extends RuntimeException {}

  private static final class MessageIdTaken extends ProblemException {
    MessageIdTaken() {
      super(HttpStatus.CONFLICT, "message-id-taken", "This id belongs to another message.");
    }
  }
}
