package app.tdah.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.analytics.IntegrationTest;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.privacy.Erasure;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.devstack.testing.UserRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class PersonalDataIntegrationTests extends IntegrationTest {

  private final UUID user = Ids.next();

  @Autowired private DataSource source;
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
    assertThat(theirs.left()).containsAll(covered);
  }

  @Test
  void exportShowsWhatTheUserMaySee() throws SQLException {
    rows().seed(user);
    String export = transactions.execute(status -> json.writeValueAsString(data.export(user)));
    assertThat(export).contains("eventFacts", "usageRollups", "activityRollups", "seed-");
  }

  private UserRows rows() throws SQLException {
    return new UserRows(source);
  }
}
