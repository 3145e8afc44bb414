package app.tdah.chat.realtime;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells a user's sockets, on every replica, what happened. Best effort: the truth is in the
 * database, and a client that missed something is told to read it again.
 */
@Component
public class Realtime {

  private final EventStream stream;

  Realtime(EventStream stream) {
    this.stream = stream;
  }

  /**
   * Publishes an event, after the commit where there is a transaction. Never fails.
   *
   * @param type such as {@code task.changed}
   * @param data the event's {@code data}, written as JSON when this is called
   */
  public void publish(UUID userId, String type, Object data) {
    EventStream.Draft draft = stream.draft(userId, type, data);
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      stream.append(draft);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            stream.append(draft);
          }
        });
  }
}
