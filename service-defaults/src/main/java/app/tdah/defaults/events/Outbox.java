package app.tdah.defaults.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of events that are committed and not yet acknowledged by Kafka. */
final class Outbox {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Becomes the one relay of all replicas, until this transaction ends. */
  boolean claim() {
    return jdbc.sql(
            "select pg_try_advisory_xact_lock(hashtext('outbox'), hashtext(current_schema()))")
        .query(Boolean.class)
        .single();
  }

  /**
   * The oldest events, in the order of their ids. Rows of transactions that may still be overtaken
   * by an older one are left for later, so that a lower id never appears behind a higher one.
   */
  List<Entry> next() {
    return jdbc.sql(
            """
            select id, event_id, topic, event_key, type, payload, traceparent, correlation_id, occurred_at
              from outbox
             where xid < pg_snapshot_xmin(pg_current_snapshot())
             order by id
             limit ?
            """)
        .param(BATCH)
        .query(Outbox::entry)
        .list();
  }

  void delete(List<Long> ids) {
    jdbc.sql("delete from outbox where id = any(?)").param(ids.toArray(Long[]::new)).update();
  }

  /** How many events wait, and since when the oldest one. */
  Backlog backlog() {
    return jdbc.sql("select count(*) as rows, min(occurred_at) as oldest from outbox")
        .query((row, number) -> new Backlog(row.getLong("rows"), instant(row, "oldest")))
        .single();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getObject("event_id", UUID.class),
        row.getString("topic"),
        row.getString("event_key"),
        row.getString("type"),
        row.getString("payload"),
        row.getString("traceparent"),
        row.getString("correlation_id"),
        row.getTimestamp("occurred_at").toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  record Backlog(long rows, @Nullable Instant oldest) {}

  record Entry(
      long id,
      UUID eventId,
      String topic,
      String key,
      String type,
      String payload,
      @Nullable String traceparent,
      @Nullable String correlationId,
      Instant occurredAt) {}
}
