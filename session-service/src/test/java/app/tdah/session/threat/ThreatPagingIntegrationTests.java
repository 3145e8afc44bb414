package app.tdah.session.threat;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.CursorRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page is read through an index, however many findings there are. */
class ThreatPagingIntegrationTests extends ThreatTest {

  @Test
  void everyFilterHasItsIndex() {
    UUID owner = Ids.next();
    transactions.executeWithoutResult(status -> {
      jdbc.sql(
              """
              insert into threats (id, user_id, rule, severity, status, fingerprint, evidence,
                actions, at, last_at)
              select gen_random_uuid(), case when n % 1000 = 0 then ? else gen_random_uuid() end,
                'rule-' || n % 7, (array['LOW', 'HIGH', 'CRITICAL'])[1 + n % 3],
                case when n % 5 = 0 then 'DISMISSED' else 'OPEN' end, gen_random_uuid()::text, '{}',
                'NOTIFY', now(), now()
              from generate_series(1, 30000) n
              """)
          .param(owner)
          .update();
      jdbc.sql("analyze threats").update();
      for (ThreatFilter filter :
          List.of(
              ThreatFilter.of(owner),
              new ThreatFilter(null, null, null, null),
              new ThreatFilter(null, "rule-3", null, null),
              new ThreatFilter(null, null, Severity.HIGH, null),
              new ThreatFilter(null, null, null, Threat.Status.DISMISSED),
              new ThreatFilter(owner, "rule-3", Severity.HIGH, Threat.Status.OPEN))) {
        assertThat(plan(filter, null)).contains("Index").doesNotContain("Seq Scan");
        assertThat(plan(filter, Ids.next())).contains("Index").doesNotContain("Seq Scan");
      }
      status.setRollbackOnly();
    });
  }

  private String plan(ThreatFilter filter, @Nullable UUID after) {
    Threats.Query query = Threats.query(filter, new CursorRequest(50, after));
    return String.join(
        "\n", jdbc.sql("explain " + query.sql()).params(query.values()).query(String.class).list());
  }
}
