package app.tdah.chat.assistant;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A turn that this replica is working on, and whether it should go on with it. */
final class ActiveTurn {

  private final Turn turn;
  private final Sinks.One<End> end = Sinks.one();
  private volatile End ended = End.NOT_YET;

  ActiveTurn(Turn turn) {
    this.turn = turn;
  }

  /** Why work on a turn ends before the answer is complete. */
  enum End {
    NOT_YET,
    /** The user does not want more of it. */
    STOPPED,
    /** Another replica goes on. */
    LEASE_LOST
  }

  Turn turn() {
    return turn;
  }

  synchronized void end(End reason) {
    if (ended == End.NOT_YET) {
      ended = reason;
      end.tryEmitValue(reason);
    }
  }

  /** Emits when the model's answer is not wanted any more. */
  Mono<End> whenEnded() {
    return end.asMono();
  }

  boolean stopped() {
    return ended == End.STOPPED;
  }

  /**
   * Refuses to go on with what another replica has taken over.
   *
   * @throws LeaseLost when one has
   */
  void requireLease() {
    if (ended == End.LEASE_LOST) {
      throw new LeaseLost(turn.assistantMessageId());
    }
  }
}
