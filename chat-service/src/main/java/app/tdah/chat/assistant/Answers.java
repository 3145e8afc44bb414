package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.MessageNotFound;
import app.tdah.chat.conversation.Messages;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Waits for answers: for this replica's by a signal, for those of others by looking. */
@Component
class Answers {

  private static final Duration LOOK = Duration.ofMillis(500);

  private final Messages messages;
  private final TurnProperties properties;
  private final Map<UUID, CountDownLatch> waiting = new ConcurrentHashMap<>();

  Answers(Messages messages, TurnProperties properties, TurnSignal signal) {
    this.messages = messages;
    this.properties = properties;
    signal.whenFinished(this::finished);
  }

  /**
   * The answer when it is final, or how far it is when that takes too long.
   *
   * @throws MessageNotFound when the conversation is deleted meanwhile
   */
  Message await(Message answer) {
    long deadline = System.nanoTime() + properties.answerWait().toNanos();
    CountDownLatch latch = waiting.computeIfAbsent(answer.id(), id -> new CountDownLatch(1));
    try {
      Message current = messages.find(answer.id()).orElseThrow(MessageNotFound::new);
      while (!current.status().isFinal() && System.nanoTime() < deadline) {
        boolean _ = latch.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        current = messages.find(answer.id()).orElseThrow(MessageNotFound::new);
      }
      return current;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return answer;
    } finally {
      waiting.remove(answer.id(), latch);
    }
  }

  private void finished(UUID assistantMessageId) {
    CountDownLatch latch = waiting.remove(assistantMessageId);
    if (latch != null) {
      latch.countDown();
    }
  }
}
