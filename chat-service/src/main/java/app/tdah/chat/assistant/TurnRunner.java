package app.tdah.chat.assistant;

import app.tdah.chat.assistant.ActiveTurn.End;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works off the accepted messages: at once when this replica accepted one, and by looking every
 * second for what other replicas have left behind.
 */
@Component
class TurnRunner implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TurnRunner.class);
  private static final Duration FAREWELL = Duration.ofSeconds(15);

  private final Turns turns;
  private final Assistant assistant;
  private final Semaphore places;
  private final int concurrency;
  private final Map<UUID, ActiveTurn> active = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running;

  TurnRunner(Turns turns, Assistant assistant, TurnProperties properties, TurnSignal signal) {
    this.turns = turns;
    this.assistant = assistant;
    this.concurrency = properties.concurrency();
    this.places = new Semaphore(concurrency);
    signal.whenThereIsWork(this::wake);
  }

  @Scheduled(fixedDelayString = "PT1S")
  void wake() {
    if (running && places.tryAcquire()) {
      try {
        threads.execute(this::work);
      } catch (RejectedExecutionException e) {
        places.release();
      }
    }
  }

  /** Ends an answer if it is made here. */
  void stop(UUID assistantMessageId) {
    ActiveTurn turn = active.get(assistantMessageId);
    if (turn != null) {
      turn.end(End.STOPPED);
    }
  }

  /** A heartbeat for all answers of this replica. */
  @Scheduled(fixedRateString = "PT1S")
  void renewLeases() {
    List<ActiveTurn> mine = List.copyOf(active.values());
    if (mine.isEmpty()) {
      return;
    }
    Map<UUID, Boolean> held = turns.renew(tokens(mine));
    for (ActiveTurn turn : mine) {
      Boolean stop = held.get(turn.turn().assistantMessageId());
      if (stop == null) {
        turn.end(End.LEASE_LOST);
      } else if (stop) {
        turn.end(End.STOPPED);
      }
    }
  }

  private void work() {
    try {
      Optional<Turn> turn = turns.claim();
      while (turn.isPresent() && running) {
        // What was accepted meanwhile, in other conversations, need not wait for this one.
        wake();
        answer(turn.get());
        turn = turns.claim();
      }
    } catch (RuntimeException e) {
      log.warn("turns wait: {}", e.toString());
    } finally {
      places.release();
    }
  }

  private void answer(Turn turn) {
    ActiveTurn mine = new ActiveTurn(turn);
    active.put(turn.assistantMessageId(), mine);
    try {
      assistant.answer(mine);
    } catch (LeaseLost e) {
      log.info("another replica goes on with answer {}", turn.assistantMessageId());
    } catch (RuntimeException e) {
      log.warn("answer {} is tried again when its lease has run out", turn.assistantMessageId(), e);
    } finally {
      active.remove(turn.assistantMessageId(), mine);
    }
  }

  private static List<UUID> tokens(List<ActiveTurn> turns) {
    return turns.stream().map(turn -> turn.turn().leaseToken()).toList();
  }

  @Override
  public void start() {
    running = true;
    wake();
  }

  /** Finishes what can be finished soon, and hands the rest on. */
  @Override
  public void stop() {
    running = false;
    try {
      if (places.tryAcquire(concurrency, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        places.release(concurrency);
        return;
      }
      List<ActiveTurn> rest = List.copyOf(active.values());
      if (!rest.isEmpty()) {
        turns.release(tokens(rest));
        rest.forEach(turn -> turn.end(End.LEASE_LOST));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("leases run out by themselves: {}", e.toString());
    }
  }

  /** Stops behind the web server, whose requests wait for answers. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 4096;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
