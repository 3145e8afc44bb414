package app.tdah.chat.assistant;

import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Carries news between accepting, answering and waiting, inside one replica. */
@Component
class TurnSignal {

  private final CopyOnWriteArrayList<Runnable> onWork = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Consumer<UUID>> onFinished = new CopyOnWriteArrayList<>();

  void whenThereIsWork(Runnable listener) {
    onWork.add(listener);
  }

  void whenFinished(Consumer<UUID> listener) {
    onFinished.add(listener);
  }

  /** There may be something to answer. */
  void wake() {
    onWork.forEach(Runnable::run);
  }

  /** An answer is committed. */
  void finished(UUID assistantMessageId) {
    onFinished.forEach(listener -> listener.accept(assistantMessageId));
  }
}
