package app.tdah.oauth.privacy;

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
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@EmbeddedServers
@SpringBootTest
class PersonalDataIntegrationTests {

  private final UUID user = Ids.next();

  @Autowired private DataSource source;
  @Autowired private TransactionTemplate transactions;
  @Autowired private FieldCipher cipher;
  @Autowired private JsonMapper json;
  @Autowired private PersonalData data;
  @Autowired private Erasure erasure;
  @Autowired private JdbcClient jdbc;

  @Test
  void erasureLeavesNothingOfAUserInAnyTable() throws SQLException {
    UserRows rows = rows();
    assertThat(rows.unexplained()).isEmpty();
    UserRows.Seeded theirs = rows.seed(Ids.next());
    UserRows.Seeded own = rows.seed(user);
    assertThat(own.mentions()).isNotEmpty();

    transactions.executeWithoutResult(status -> erasure.run(user, Ids.next()));

    assertThat(own.mentions()).isEmpty();
    assertThat(own.left()).isSubsetOf("revocations"); // in nobody's name, until it is handed back
    Collection<String> covered = new ArrayList<>(rows.covered());
    assertThat(theirs.left()).containsAll(covered);
  }

  @Test
  void exportShowsWhatTheUserMaySee() throws SQLException {
    rows().seed(user);
    String export = transactions.execute(status -> json.writeValueAsString(data.export(user)));
    assertThat(export).contains("ana", "dentist");
    assertThat(export).doesNotContain("refresh", "access", "unreadable");
  }

  @Test
  void erasureHandsTheGrantBackInNobodysName() throws SQLException {
    rows().seed(user);
    transactions.executeWithoutResult(status -> {
      erasure.run(user, Ids.next());
      assertThat(
              jdbc.sql("select count(*) from revocations where account_index = 'erased'")
                  .query(Integer.class)
                  .single())
          .isEqualTo(2);
      status.setRollbackOnly();
    });
  }

  private UserRows rows() throws SQLException {
    return new UserRows(source)
        .value("integrations.provider", row -> "google")
        .value("integrations.account", row -> cipher.encrypt("ana", "integration-account"))
        .value("tokens.access_token", row -> cipher.encrypt("access", row.get("integration_id")))
        .value("tokens.refresh_token", row -> cipher.encrypt("refresh", row.get("integration_id")))
        .value("synced_items.data", row -> cipher.encrypt("dentist", row.get("integration_id")))
        .value("revocations.provider", row -> "google")
        .value("revocations.token", row -> cipher.encrypt("waiting", row.get("id")));
  }
}
