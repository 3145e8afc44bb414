package app.tdah.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.EmbeddedServers;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What has to go on when all other connections of the pool are taken. */
@EmbeddedServers
@SpringBootTest(properties = "spring.datasource.hikari.maximum-pool-size=4")
@AutoConfigureMockMvc
class ConnectionIntegrationTests {

  @Autowired private MockMvcTester mvc;
  @Autowired private DataSource source;
  @Autowired private JdbcClient jdbc;
  @Autowired private StringRedisTemplate redis;

  private final List<Connection> taken = new ArrayList<>();

  @AfterEach
  void giveBack() throws SQLException {
    for (Connection connection : taken) {
      connection.close();
    }
  }

  @Test
  void aRevocationReachesRedisByOneConnection() throws SQLException {
    Person user = Person.with(mvc);
    UUID other = Ids.next();
    putInRedis(user, other);

    Duration needed =
        withOneConnection(
            () -> assertThat(user.delete("/api/v1/sessions/" + other)).hasStatus(204));

    assertThat(needed).isLessThan(patienceOfThePool());
    assertThat(redis.hasKey("session:" + other)).isFalse();
  }

  @Test
  void whatAFindingChangesReachesRedisByOneConnection() throws SQLException {
    Person admin = Person.with(mvc, "threats:dismiss");
    String address = "100.127.0.1";
    UUID finding = finding(address);
    redis.opsForValue().set("throttle:address:" + address, "credential-stuffing");

    Duration needed =
        withOneConnection(() ->
            assertThat(admin.post("/api/v1/admin/threats/" + finding + "/dismiss")).hasStatus(204));

    assertThat(needed).isLessThan(patienceOfThePool());
    assertThat(redis.hasKey("throttle:address:" + address)).isFalse();
  }

  private Duration withOneConnection(Runnable work) throws SQLException {
    int all = source.unwrap(HikariDataSource.class).getMaximumPoolSize();
    while (taken.size() < all - 1) {
      taken.add(source.getConnection());
    }
    Instant start = Instant.now();
    work.run();
    return Duration.between(start, Instant.now());
  }

  /** How long a second connection would have been waited for. */
  private Duration patienceOfThePool() throws SQLException {
    return Duration.ofMillis(source.unwrap(HikariDataSource.class).getConnectionTimeout());
  }

  private void putInRedis(Person user, UUID session) {
    redis
        .opsForHash()
        .putAll(
            "session:" + session,
            Map.of("userId", user.id().toString(), "createdAt", "1772352000000", "amr", "pwd"));
    redis.opsForSet().add("user-sessions:" + user.id(), session.toString());
  }

  private UUID finding(String address) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into threats (id, rule, severity, status, address, fingerprint, evidence, actions,
                                 at, last_at)
            values (?, 'credential-stuffing', 'HIGH', 'OPEN', ?, ?, '{}', 'THROTTLE', now(), now())
            """)
        .params(id, address, id.toString())
        .update();
    return id;
  }
}
