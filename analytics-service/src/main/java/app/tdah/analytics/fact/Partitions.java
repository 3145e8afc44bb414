package app.tdah.analytics.fact;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the partitions of this month and the coming ones, and of months whose facts landed in the
 * default partition, which are moved. Months are UTC's.
 */
@Component
class Partitions {

  private static final Logger log = LoggerFactory.getLogger(Partitions.class);
  private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyy_MM");
  private static final YearMonth FIRST = YearMonth.of(2020, 1);

  private final JdbcClient jdbc;
  private final FactProperties properties;
  private final Clock clock;

  Partitions(JdbcClient jdbc, FactProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /** One replica does it, the others have nothing to do. */
  @Transactional
  @Scheduled(initialDelay = 0, fixedDelay = 6 * 60 * 60 * 1000L)
  void prepare() {
    if (!claim()) {
      return;
    }
    YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    TreeSet<YearMonth> months = new TreeSet<>(stray());
    IntStream.rangeClosed(0, properties.monthsAhead())
        .forEach(ahead -> months.add(now.plusMonths(ahead)));
    YearMonth last = now.plusMonths(properties.monthsAhead());
    months.subSet(FIRST, true, last, true).stream()
        .filter(month -> !exists(month))
        .forEach(this::create);
  }

  private boolean claim() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('event_facts partitions'))")
        .query(Boolean.class)
        .single();
  }

  private List<YearMonth> stray() {
    return jdbc.sql(
            "select distinct date_trunc('month', occurred_at, 'UTC') from event_facts_default")
        .query((row, n) -> YearMonth.from(row.getTimestamp(1).toInstant().atOffset(ZoneOffset.UTC)))
        .list();
  }

  private boolean exists(YearMonth month) {
    return jdbc.sql("select to_regclass(?) is not null")
        .param(name(month))
        .query(Boolean.class)
        .single();
  }

  /**
   * The lock on the parent makes facts wait that would be sent to the default partition while
   * theirs is made; the database would refuse them afterwards.
   */
  private void create(YearMonth month) {
    String table = name(month);
    Instant from = start(month);
    Instant to = start(month.plusMonths(1));
    jdbc.sql("lock table only event_facts in share row exclusive mode").update();
    jdbc.sql("create table %s (like event_facts including all)".formatted(table)).update();
    int moved =
        jdbc.sql(
                """
                with moved as (
                  delete from event_facts_default where occurred_at >= ? and occurred_at < ?
                  returning *)
                insert into %s select * from moved
                """
                    .formatted(table))
            .params(Timestamp.from(from), Timestamp.from(to))
            .update();
    jdbc.sql(
            "alter table event_facts attach partition %s for values from ('%s') to ('%s')"
                .formatted(table, from, to))
        .update();
    log.info("partition {} is there, {} facts moved into it", table, moved);
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static String name(YearMonth month) {
    return "event_facts_" + SUFFIX.format(month);
  }
}
