package app.tdah.analytics.fact;

import app.tdah.events.AnalyticsEvent.UsageRecorded;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Facts {

  private final JdbcClient jdbc;

  Facts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Fact fact) {
    UsageRecorded usage = fact.usage();
    jdbc.sql(
            """
            insert into event_facts (event_id, occurred_at, user_id, type, meter, quantity, unit,
              cost_micros, currency, price_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(fact.eventId())
        .param(Timestamp.from(fact.occurredAt()))
        .param(fact.userId())
        .param(fact.type())
        .param(usage == null ? null : usage.meter())
        .param(usage == null ? null : usage.quantity())
        .param(usage == null ? null : usage.unit())
        .param(usage == null ? null : usage.costMicros())
        .param(usage == null ? null : usage.currency())
        .param(usage == null ? null : usage.priceVersion())
        .update();
  }
}
