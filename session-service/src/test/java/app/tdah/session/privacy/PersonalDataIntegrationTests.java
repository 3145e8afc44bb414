package app.tdah.session.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.privacy.Erasure;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.defaults.privacy.Retention;
import app.tdah.defaults.privacy.RetentionRule;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.UserRows;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@EmbeddedServers
@SpringBootTest
@AutoConfigureMockMvc
class PersonalDataIntegrationTests {

  private final UUID user = Ids.next();

  @Autowired private DataSource source;
  @Autowired private TransactionTemplate transactions;
  @Autowired private FieldCipher cipher;
  @Autowired private JsonMapper json;
  @Autowired private PersonalData data;
  @Autowired private Erasure erasure;
  @Autowired private JdbcClient jdbc;
  @Autowired private Retention retention;
  @Autowired private List<RetentionRule> rules;

  @Test
  void erasureLeavesNothingOfAUserInAnyTable() throws SQLException {
    UserRows rows = rows();
    assertThat(rows.unexplained()).isEmpty();
    UserRows.Seeded theirs = rows.seed(Ids.next());
    UserRows.Seeded own = rows.seed(user);
    assertThat(own.mentions()).isNotEmpty();

    transactions.executeWithoutResult(status -> erasure.run(user, Ids.next()));

    assertThat(own.mentions()).isEmpty();
    assertThat(own.left()).isEmpty();
    Collection<String> covered = new ArrayList<>(rows.covered());
    covered.removeAll(List.of("pending_revocations")); // worked off meanwhile
    assertThat(theirs.left()).containsAll(covered);
  }

  @Test
  void exportShowsWhatTheUserMaySee() throws SQLException {
    rows().seed(user);
    String export = transactions.execute(status -> json.writeValueAsString(data.export(user)));
    assertThat(export).contains("sessions", "securityEvents", "seed-");
    assertThat(export).doesNotContain("pendingRevocations");
  }

  @Test
  void whoDismissedAFindingAboutSomebodyElseIsForgotten() {
    UUID other = Ids.next();
    UUID finding = finding(other, Duration.ZERO);
    jdbc.sql("update threats set status = 'DISMISSED', dismissed_by = ? where id = ?")
        .params(user, finding)
        .update();

    transactions.executeWithoutResult(status -> erasure.run(user, Ids.next()));

    assertThat(
            jdbc.sql("select user_id, status, dismissed_by from threats where id = ?")
                .param(finding)
                .query()
                .singleRow())
        .containsEntry("user_id", other)
        .containsEntry("status", "DISMISSED")
        .containsEntry("dismissed_by", null);
  }

  @Test
  void findingsAreKeptForAYearSinceTheirCauseWasSeen() {
    UUID old = finding(user, Duration.ofDays(366));
    UUID young = finding(user, Duration.ofDays(364));

    retention.run();

    assertThat(
            jdbc.sql("select id from threats where user_id = ?")
                .param(user)
                .query(UUID.class)
                .list())
        .containsExactly(young)
        .doesNotContain(old);
  }

  @Test
  void endedSessionsGoByTheRuleAlone() {
    assertThat(rules)
        .extracting(RetentionRule::table)
        .containsExactlyInAnyOrder("sessions", "security_events", "threats");
  }

  /** Made long ago, of a cause that was last seen so long ago. */
  private UUID finding(UUID about, Duration age) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into threats (id, user_id, rule, severity, status, fingerprint, evidence, actions,
                                 at, last_at)
            values (?, ?, 'token-reuse', 'HIGH', 'OPEN', ?, '{}', 'NOTIFY', ?, ?)
            """)
        .param(id)
        .param(about)
        .param(id.toString())
        .param(Timestamp.from(Instant.EPOCH))
        .param(Timestamp.from(Instant.now().minus(age)))
        .update();
    return id;
  }

  private UserRows rows() throws SQLException {
    // What waits for Redis is worked off at once, and names users only by their id.
    return new UserRows(source).unrelated("pending_effects");
  }
}
