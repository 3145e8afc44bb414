package app.tdah.chat.assistant;

import app.tdah.defaults.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The accepted messages that have no answer yet. Leases are told by the database's clock. The
 * messages of one conversation are answered in order.
 */
@Component
class Turns {

  private final JdbcClient jdbc;
  private final TurnSignal signal;
  private final double leaseSeconds;

  Turns(JdbcClient jdbc, TurnSignal signal, TurnProperties properties) {
    this.jdbc = jdbc;
    this.signal = signal;
    this.leaseSeconds = properties.lease().toMillis() / 1000.0;
  }

  /** Work for the replica that is first, after the commit. */
  @Transactional(propagation = Propagation.MANDATORY)
  void add(UUID userId, UUID conversationId, UUID userMessageId, UUID assistantMessageId) {
    jdbc.sql(
            "insert into turns (user_id, conversation_id, user_message_id, assistant_message_id)"
                + " values (?, ?, ?, ?)")
        .params(userId, conversationId, userMessageId, assistantMessageId)
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.wake();
          }
        });
  }

  /** Whether a message waits for an answer. */
  @Transactional(readOnly = true)
  boolean isOpen(UUID userMessageId) {
    return jdbc.sql("select exists (select 1 from turns where user_message_id = ?)")
        .param(userMessageId)
        .query(Boolean.class)
        .single();
  }

  /** Takes the oldest message that nobody answers, and whose predecessors are answered. */
  @Transactional
  Optional<Turn> claim() {
    Optional<Turn> claimed =
        jdbc.sql(
                """
                update turns
                   set lease_token = ?, lease_until = clock_timestamp() + make_interval(secs => ?),
                       attempts = attempts + 1
                 where position = (
                   select t.position from turns t
                    where (t.lease_until is null or t.lease_until < clock_timestamp())
                      and not exists (select 1 from turns earlier
                                       where earlier.conversation_id = t.conversation_id
                                         and earlier.position < t.position)
                    order by t.position limit 1 for update of t skip locked)
                returning *
                """)
            .params(Ids.next(), leaseSeconds)
            .query(Turns::row)
            .optional();
    claimed.ifPresent(turn ->
        jdbc.sql("update messages set status = 'STREAMING' where id = ?")
            .param(turn.assistantMessageId())
            .update());
    return claimed;
  }

  /**
   * Renews leases.
   *
   * @return the answers whose lease is still held, and whether their user wants them stopped
   */
  @Transactional
  Map<UUID, Boolean> renew(Collection<UUID> leaseTokens) {
    Map<UUID, Boolean> held = new HashMap<>();
    jdbc.sql(
            """
            update turns set lease_until = clock_timestamp() + make_interval(secs => :seconds)
             where lease_token in (:tokens) returning assistant_message_id, stop_requested
            """)
        .param("seconds", leaseSeconds)
        .param("tokens", leaseTokens)
        .query((row, number) ->
            Map.entry(row.getObject(1, UUID.class), row.getBoolean("stop_requested")))
        .list()
        .forEach(entry -> held.put(entry.getKey(), entry.getValue()));
    return held;
  }

  /**
   * Makes sure that nobody else goes on with the answer before this transaction ends.
   *
   * @throws LeaseLost when somebody has
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void requireHeld(Turn turn) {
    boolean held =
        jdbc.sql(
                "select true from turns where assistant_message_id = ? and lease_token = ? for update")
            .params(turn.assistantMessageId(), turn.leaseToken())
            .query(Boolean.class)
            .optional()
            .isPresent();
    if (!held) {
      throw new LeaseLost(turn.assistantMessageId());
    }
  }

  /** The answer is committed with this transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  void remove(Turn turn) {
    jdbc.sql("delete from turns where assistant_message_id = ?")
        .param(turn.assistantMessageId())
        .update();
  }

  /** Lets others go on at once. */
  @Transactional
  void release(Collection<UUID> leaseTokens) {
    jdbc.sql(
            "update turns set lease_token = null, lease_until = null where lease_token in (:tokens)")
        .param("tokens", leaseTokens)
        .update();
  }

  @Transactional
  void requestStop(UUID assistantMessageId) {
    jdbc.sql("update turns set stop_requested = true where assistant_message_id = ?")
        .param(assistantMessageId)
        .update();
  }

  private static Turn row(ResultSet row, int number) throws SQLException {
    return new Turn(
        row.getObject("assistant_message_id", UUID.class),
        row.getObject("user_message_id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("lease_token", UUID.class),
        row.getInt("attempts"));
  }
}
