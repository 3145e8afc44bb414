package app.tdah.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.privacy.Erasure;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.devstack.testing.UserRows;
import app.tdah.user.IntegrationTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
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
    assertThat(export).contains("ana@example.org", "+34600", "bread");
    assertThat(export).doesNotContain("Index", "codeHash", "to@example.org", "unreadable");
  }

  private UserRows rows() throws SQLException {
    return new UserRows(source)
        .owner("profiles", "id")
        .value("profiles.email", row -> cipher.encrypt("ana@example.org", "column"))
        .value("phone_numbers.number", row -> cipher.encrypt("+34600", "column"))
        .value("notifications.recipient", row -> sealed(row, "to@example.org"))
        .value("notifications.template", row -> "reminder-due")
        .value("notifications.variables", row -> sealed(row, "{\"text\":\"bread\"}"))
        .value(
            "erasure_requests.recipient",
            row -> cipher.encrypt("ana@example.org", "erasure " + row.get("id")))
        .value("erasure_requests.locale", row -> "en")
        .value("export_requests.locale", row -> "en")
        .value(
            "push_subscriptions.endpoint",
            row -> cipher.encrypt("https://push", "push " + row.get("endpoint_index")))
        .value("audit_addresses.sequence", row -> Long.toString(System.nanoTime()))
        .unrelated(
            "vapid_keys",
            "roles",
            "role_permissions",
            "role_parents",
            "audit_entries",
            "audit_head");
  }

  private String sealed(Map<String, String> row, String text) {
    return cipher.encrypt(text, "notification " + row.get("id"));
  }
}
