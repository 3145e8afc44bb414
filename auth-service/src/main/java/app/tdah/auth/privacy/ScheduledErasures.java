package app.tdah.auth.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts are going to be erased, unless their owners think again. */
@Component
public class ScheduledErasures {

  private final JdbcClient jdbc;

  ScheduledErasures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The erasure that awaits an account. */
  public Optional<ScheduledErasure> find(UUID accountId) {
    return jdbc.sql("select erasure_id, due_at from scheduled_erasures where account_id = ?")
        .param(accountId)
        .query((row, number) ->
            new ScheduledErasure(
                row.getObject("erasure_id", UUID.class), row.getTimestamp("due_at").toInstant()))
        .optional();
  }

  void put(UUID accountId, UUID erasureId, Instant dueAt) {
    jdbc.sql(
            """
            insert into scheduled_erasures select id, ?, ? from accounts where id = ?
            on conflict (account_id) do update
              set erasure_id = excluded.erasure_id, due_at = excluded.due_at
            """)
        .params(erasureId, Timestamp.from(dueAt), accountId)
        .update();
  }

  void remove(UUID accountId, UUID erasureId) {
    jdbc.sql("delete from scheduled_erasures where account_id = ? and erasure_id = ?")
        .params(accountId, erasureId)
        .update();
  }

  /**
   * An erasure to come.
   *
   * @param dueAt when it begins
   */
  public record ScheduledErasure(UUID id, Instant dueAt) {}
}
