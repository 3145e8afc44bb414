package app.tdah.analytics;

import static org.awaitility.Awaitility.await;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.DomainEvent;
import app.tdah.events.UserEvent.Registered;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** One context for all integration tests: the service on real servers, events through Kafka. */
@EmbeddedServers
@SpringBootTest
@AutoConfigureMockMvc
public abstract class IntegrationTest {

  protected static final Duration SOON = Duration.ofSeconds(20);

  @Autowired protected MockMvcTester mvc;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected EventPublisher publisher;
  @Autowired protected TransactionOperations transactions;
  @Autowired protected FieldCipher cipher;

  /** As another service tells it: through outbox and Kafka. */
  protected void publish(DomainEvent event) {
    transactions.executeWithoutResult(status -> publisher.publish(event));
  }

  protected UUID userIn(String timeZone) {
    UUID user = Ids.next();
    publish(new Registered(user, cipher.seal("ana@example.org"), "Ana", "en", timeZone));
    await()
        .atMost(SOON)
        .until(() ->
            jdbc.sql("select count(*) from user_time_zones where user_id = ?")
                    .param(user)
                    .query(Integer.class)
                    .single()
                == 1);
    return user;
  }

  protected int factsOf(UUID user) {
    return jdbc.sql("select count(*) from event_facts where user_id = ?")
        .param(user)
        .query(Integer.class)
        .single();
  }

  protected MockMvcTester.MockMvcRequestBuilder usage(UUID user, String query) {
    return mvc.get()
        .uri("/api/v1/analytics/usage" + query)
        .header("Authorization", TestTokens.bearer(user));
  }
}
