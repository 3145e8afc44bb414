package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Branches;
import app.tdah.chat.conversation.Conversation;
import app.tdah.chat.conversation.Conversations;
import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.MessageViews;
import app.tdah.chat.conversation.Messages;
import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.MessageReceived;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a question and the place for its answer into a conversation. Only with the conversation
 * locked: messages are added one behind the other.
 */
@Component
class BeginTurn {

  private final Conversations conversations;
  private final Branches branches;
  private final Messages messages;
  private final MessageViews views;
  private final Turns turns;
  private final EventPublisher events;
  private final Realtime realtime;
  private final Clock clock;

  BeginTurn(
      Conversations conversations,
      Branches branches,
      Messages messages,
      MessageViews views,
      Turns turns,
      EventPublisher events,
      Realtime realtime,
      Clock clock) {
    this.conversations = conversations;
    this.branches = branches;
    this.messages = messages;
    this.views = views;
    this.turns = turns;
    this.events = events;
    this.realtime = realtime;
    this.clock = clock;
  }

  /**
   * Something new is said behind a message; null at the beginning.
   *
   * @throws AlreadyThere when there is a message with this id
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Accepted ask(Conversation conversation, UUID id, @Nullable UUID parent, String content) {
    Message user = message(id, conversation, parent, Message.Role.USER, content);
    if (!messages.add(user)) {
      throw new AlreadyThere();
    }
    conversations.touch(conversation.id(), content);
    events.publish(
        new MessageReceived(
            conversation.userId(), id, conversation.id(), conversation.channel().name()));
    return answer(conversation, user, Ids.next());
  }

  /**
   * A question gets one more answer.
   *
   * @throws AlreadyThere when there is a message with this id
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Accepted answer(Conversation conversation, Message question, UUID id) {
    Message assistant = message(id, conversation, question.id(), Message.Role.ASSISTANT, "");
    if (!messages.add(assistant)) {
      throw new AlreadyThere();
    }
    branches.growTo(conversation.id(), id);
    realtime.publish(
        conversation.userId(),
        "message.accepted",
        Map.of("message", views.of(question), "assistantMessage", views.of(assistant)));
    turns.add(conversation.userId(), conversation.id(), question.id(), id);
    return new Accepted(question, assistant);
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

  /** Somebody was faster with the same id; the transaction ends with this. */
  static final class AlreadyThere extends RuntimeException {}
}
