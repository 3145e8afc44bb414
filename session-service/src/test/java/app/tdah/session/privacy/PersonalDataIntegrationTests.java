package app.tdah.session.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.privacy.Erasure;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.UserRows;
import java.sql.SQLException;
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
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  @Autowired private FieldCipher cipher;
  @Autowired private JsonMapper json;
  @Autowired private PersonalData data;
  @Autowired private Erasure erasure;

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
  void erasureForgetsWhoDismissedAThreat() {
    UUID threat = Ids.next();
    jdbc.sql(
            "insert into threats (id, rule, severity, status, fingerprint, evidence, actions, at,"
                + " last_at, dismissed_at, dismissed_by) values (?, 'NEW_DEVICE', 'LOW',"
                + " 'DISMISSED', ?, '{}', '[]', now(), now(), now(), ?)")
        .params(threat, threat.toString(), user)
        .update();
    transactions.executeWithoutResult(status -> erasure.run(user, Ids.next()));
    assertThat(
            jdbc.sql("select count(*) from threats where id = ? and dismissed_by is null")
                .param(threat)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void exportShowsWhatTheUserMaySee() throws SQLException {
    rows().seed(user);
    String export = transactions.execute(status -> json.writeValueAsString(data.export(user)));
    assertThat(export).contains("sessions", "securityEvents", "seed-");
    assertThat(export).doesNotContain("pendingRevocations");
  }

  private UserRows rows() throws SQLException {
    // What waits for Redis is worked off at once, and names users only by their id.
    return new UserRows(source).unrelated("pending_effects");
  }
}
