package app.tdah.chat.privacy;

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
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.redis.core.StringRedisTemplate;
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
  @Autowired private StringRedisTemplate redis;

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
    assertThat(export).contains("messages", "toolCalls", "tasks", "reminders", "calendarItems");
    assertThat(export).doesNotContain("turns", "unreadable");
  }

  @Test
  void erasureForgetsTheStreamOfEvents() {
    redis.opsForValue().set("realtime:" + user + ":events", "what was said");
    redis.opsForValue().set("realtime:" + user + ":seq", "7");

    transactions.executeWithoutResult(status -> erasure.run(user, Ids.next()));

    assertThat(redis.keys("realtime:" + user + "*")).isEmpty();
  }

  private UserRows rows() throws SQLException {
    return new UserRows(source)
        .link("scheduled_tasks", "task_instance", "reminders", "id")
        .value("calendar_items.data", row -> cipher.encrypt("{}", "calendar_items.data"))
        .value("scheduled_tasks.task_instance", row -> row.get("task_instance") + "@tomorrow");
  }
}
