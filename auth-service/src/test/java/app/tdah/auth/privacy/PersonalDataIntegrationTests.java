package app.tdah.auth.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.auth.AuthIntegrationTest;
import app.tdah.defaults.crypto.FieldCipher;
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
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@AuthIntegrationTest
class PersonalDataIntegrationTests {

  private final UUID user = Ids.next();

  @Autowired private DataSource source;
  @Autowired private TransactionTemplate transactions;
  @Autowired private FieldCipher cipher;
  @Autowired private JsonMapper json;
  @Autowired private PersonalData data;
  @Autowired private Erasure erasure;
  @Autowired private StringRedisTemplate redis;
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
    assertThat(own.left()).isEmpty();
    Collection<String> covered = new ArrayList<>(rows.covered());
    assertThat(theirs.left()).containsAll(covered);
  }

  @Test
  void exportShowsWhatTheUserMaySee() throws SQLException {
    rows().seed(user);
    String export = transactions.execute(status -> json.writeValueAsString(data.export(user)));
    assertThat(export).contains("ana@example.org", "refreshFamilies");
    assertThat(export).doesNotContain("passwordHash", "argon2", "token", "Index");
  }

  @Test
  void erasureEndsEverySession() throws SQLException {
    rows().seed(user);
    UUID session =
        jdbc.sql("select id from refresh_families where account_id = ?")
            .param(user)
            .query(UUID.class)
            .single();
    redis.opsForHash().put("session:" + session, "userId", user.toString());
    redis.opsForSet().add("user-sessions:" + user, session.toString());

    transactions.executeWithoutResult(status -> erasure.run(user, Ids.next()));

    assertThat(redis.hasKey("session:" + session)).isFalse();
    assertThat(redis.hasKey("user-sessions:" + user)).isFalse();
  }

  private UserRows rows() throws SQLException {
    return new UserRows(source)
        .owner("accounts", "id")
        .value("accounts.email", row -> cipher.encrypt("ana@example.org", "column"))
        .value("refresh_tokens.successor", row -> cipher.encrypt("spent", "column"))
        .value("verified_phones.number", row -> cipher.encrypt("+12125550100", "phone"))
        // Wishes are encrypted, and gone within minutes.
        .unrelated("signing_keys", "signing_key_rotation", "address_requests");
  }
}
