package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Channel;
import app.tdah.chat.conversation.Conversation;
import app.tdah.chat.conversation.Conversations;
import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.MessageNotFound;
import app.tdah.chat.conversation.Messages;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.ProblemException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says something differently, or has it answered anew: what was there before stays, as a sibling on
 * a branch of its own.
 */
@Component
class ReviseMessage {

  private final AcceptMessage accept;
  private final Conversations conversations;
  private final Messages messages;
  private final BeginTurn begin;
  private final Turns turns;
  private final TransactionTemplate transactions;

  ReviseMessage(
      AcceptMessage accept,
      Conversations conversations,
      Messages messages,
      BeginTurn begin,
      Turns turns,
      TransactionTemplate transactions) {
    this.accept = accept;
    this.conversations = conversations;
    this.messages = messages;
    this.begin = begin;
    this.turns = turns;
    this.transactions = transactions;
  }

  /**
   * Puts another message beside one of the user's.
   *
   * @param id the new message's; a repetition with it changes nothing
   */
  Accepted edit(UUID userId, UUID messageId, @Nullable UUID id, String content) {
    Message original = own(userId, messageId);
    if (original.role() != Message.Role.USER) {
      throw refused("not-editable", "Only what you said yourself can be edited.");
    }
    return accept.once(
        userId,
        id,
        content,
        (newId, text) -> begin.ask(locked(userId, original), newId, original.parentId(), text));
  }

  /**
   * Has a question answered once more.
   *
   * @param messageId the question's, or that of an answer to it
   * @param id the new answer's; a repetition with it changes nothing
   */
  Accepted regenerate(UUID userId, UUID messageId, @Nullable UUID id) {
    Message named = own(userId, messageId);
    Message question =
        named.role() == Message.Role.USER
            ? named
            : own(userId, Objects.requireNonNull(named.parentId()));
    UUID answerId = id == null ? Ids.next() : id;
    return again(question, answerId)
        .or(() -> first(question, answerId))
        .or(() -> again(question, answerId))
        .orElseThrow();
  }

  private Optional<Accepted> first(Message question, UUID answerId) {
    try {
      return Optional.ofNullable(
          transactions.execute(status -> {
            Conversation conversation = locked(question.userId(), question);
            if (turns.isOpen(question.id()) && messages.find(answerId).isEmpty()) {
              throw refused("answer-in-progress", "This is being answered; stop it first.");
            }
            return begin.answer(conversation, question, answerId);
          }));
    } catch (BeginTurn.AlreadyThere e) {
      return Optional.empty();
    }
  }

  private Optional<Accepted> again(Message question, UUID answerId) {
    return messages
        .find(answerId)
        .map(answer -> {
          if (!question.id().equals(answer.parentId())) {
            throw new MessageIdTaken();
          }
          return new Accepted(question, answer);
        });
  }

  private Message own(UUID userId, UUID messageId) {
    return messages
        .find(messageId)
        .filter(message -> message.userId().equals(userId))
        .orElseThrow(MessageNotFound::new);
  }

  /** What went out as a text message cannot be taken back, nor answered a second time. */
  private Conversation locked(UUID userId, Message message) {
    conversations.lock(userId, message.conversationId());
    Conversation conversation = conversations.require(userId, message.conversationId());
    if (conversation.channel() == Channel.SMS) {
      throw refused("continuous-conversation", "A conversation by text message has one branch.");
    }
    return conversation;
  }

  private static ProblemException refused(String code, String detail) {
    return new ProblemException(HttpStatus.CONFLICT, code, detail);
  }
}
