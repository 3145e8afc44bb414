package app.tdah.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.OpenApiFuzz;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.UserEvent.Registered;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Bad input for every endpoint is refused by a problem, never by a 5xx. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FuzzTests {

  @LocalServerPort private int port;
  @Autowired private EventPublisher events;
  @Autowired private FieldCipher cipher;
  @Autowired private TransactionOperations transactions;
  @Autowired private JdbcClient jdbc;

  @Test
  void everyEndpointRefusesNonsensePolitely() throws Exception {
    UUID user = UUID.randomUUID();
    transactions.executeWithoutResult(status ->
        events.publish(
            new Registered(user, cipher.seal(user + "@example.com"), "Nora", "en", "UTC")));
    await()
        .until(() ->
            !jdbc.sql("select 1 from profiles where id = ?")
                .param(user)
                .query()
                .listOfRows()
                .isEmpty());
    OpenApiFuzz fuzz =
        new OpenApiFuzz(
            URI.create("http://localhost:" + port),
            () ->
                TestTokens.admin(
                    user,
                    "users:read",
                    "users:suspend",
                    "roles:read",
                    "roles:write",
                    "roles:grant",
                    "audit:read",
                    "privacy:read"));
    assertThat(fuzz.run()).isEmpty();
    assertThat(fuzz.requests()).isGreaterThan(400);
  }
}
