package app.tdah.analytics.usage;

import app.tdah.events.AnalyticsEvent.UsageRecorded;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums per user and quarter of an hour. */
@Repository
class Rollups {

  private final JdbcClient jdbc;

  Rollups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UsageRecorded usage) {
    jdbc.sql(
            """
            insert into usage_rollups as r
              (user_id, bucket, meter, unit, currency, quantity, cost_micros)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (user_id, bucket, meter, unit, currency) do update
              set quantity = r.quantity + excluded.quantity,
                  cost_micros = r.cost_micros + excluded.cost_micros
            """)
        .param(usage.userId())
        .param(Timestamp.from(Buckets.floor(usage.at())))
        .param(usage.meter())
        .param(usage.unit())
        .param(usage.currency())
        .param(usage.quantity())
        .param(usage.costMicros())
        .update();
  }

  void count(UUID userId, String type, Instant at) {
    jdbc.sql(
            """
            insert into activity_rollups as r (user_id, bucket, type, count) values (?, ?, ?, 1)
            on conflict (user_id, bucket, type) do update set count = r.count + 1
            """)
        .params(userId, Timestamp.from(Buckets.floor(at)), type)
        .update();
  }

  List<UsageItem> usage(UUID userId, Period period) {
    return inPeriod(
            """
            select date_trunc(:unit, bucket, :zone) as start, meter, unit, currency,
              sum(quantity)::bigint as quantity, sum(cost_micros)::bigint as cost_micros
            from usage_rollups
            where user_id = :user and bucket >= :from and bucket < :to
            group by 1, meter, unit, currency order by 1, meter, unit, currency
            """,
            userId,
            period)
        .query((row, n) ->
            new UsageItem(
                row.getTimestamp("start").toInstant(),
                row.getString("meter"),
                row.getLong("quantity"),
                row.getString("unit"),
                row.getLong("cost_micros"),
                row.getString("currency")))
        .list();
  }

  List<ActivityItem> activity(UUID userId, Period period) {
    return inPeriod(
            """
            select date_trunc(:unit, bucket, :zone) as start, type, sum(count)::bigint as count
            from activity_rollups
            where user_id = :user and bucket >= :from and bucket < :to
            group by 1, type order by 1, type
            """,
            userId,
            period)
        .query((row, n) ->
            new ActivityItem(
                row.getTimestamp("start").toInstant(), row.getString("type"), row.getLong("count")))
        .list();
  }

  private JdbcClient.StatementSpec inPeriod(String sql, UUID userId, Period period) {
    return jdbc.sql(sql)
        .param("unit", period.granularity().sqlUnit())
        .param("zone", period.zone().getId())
        .param("user", userId)
        .param("from", Timestamp.from(period.from()))
        .param("to", Timestamp.from(period.to()));
  }
}
