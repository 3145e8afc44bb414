package app.tdah.auth.factor;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who takes codes by text message. */
@Repository
class SmsFactors {

  private final JdbcClient jdbc;
  private final Clock clock;

  SmsFactors(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean enabled(UUID accountId) {
    return jdbc.sql("select exists (select from sms_factors where account_id = ?)")
        .param(accountId)
        .query(Boolean.class)
        .single();
  }

  /** False when it was enabled before. */
  boolean enable(UUID accountId) {
    return jdbc.sql(
                "insert into sms_factors (account_id, created_at) values (?, ?) on conflict do"
                    + " nothing")
            .param(accountId)
            .param(Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /** False when it was not enabled. */
  boolean disable(UUID accountId) {
    return jdbc.sql("delete from sms_factors where account_id = ?").param(accountId).update() == 1;
  }
}
