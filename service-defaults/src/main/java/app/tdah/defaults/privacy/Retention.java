package app.tdah.defaults.privacy;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes what was kept long enough: in batches, by one replica at a time. */
public class Retention {

  private static final int BATCH = 1000;

  private final List<RetentionRule> rules;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final MeterRegistry meters;
  private final Clock clock;

  Retention(
      List<RetentionRule> rules,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      MeterRegistry meters,
      Clock clock) {
    this.rules = rules;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.meters = meters;
    this.clock = clock;
  }

  /** Applies every rule. */
  @Scheduled(
      initialDelayString = "${assistant.retention.first:PT5M}",
      fixedDelayString = "${assistant.retention.every:PT1H}")
  public void run() {
    rules.forEach(this::apply);
  }

  private void apply(RetentionRule rule) {
    int deleted;
    do {
      deleted = Objects.requireNonNullElse(transactions.execute(status -> batch(rule)), 0);
      meters.counter("retention.deleted", "table", rule.table()).increment(deleted);
    } while (deleted == BATCH);
  }

  private int batch(RetentionRule rule) {
    boolean mine =
        jdbc.sql(
                "select pg_try_advisory_xact_lock(hashtext('retention'), hashtext(current_schema()))")
            .query(Boolean.class)
            .single();
    if (!mine) {
      return 0;
    }
    // Rows of a partitioned table are told apart by their partition too.
    return jdbc.sql(
            """
            delete from %1$s where (tableoid, ctid) in
              (select tableoid, ctid from %1$s where %2$s < :before and (%3$s) limit :batch)
            """
                .formatted(rule.table(), rule.column(), rule.condition()))
        .param("before", Timestamp.from(clock.instant().minus(rule.age())))
        .param("batch", BATCH)
        .update();
  }
}
