package app.tdah.user;

import static org.awaitility.Awaitility.await;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.DomainEvent;
import app.tdah.events.UserEvent.Registered;
import app.tdah.user.profile.Contacts;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** One context for all integration tests: the service on real servers, events through Kafka. */
@EmbeddedServers
@SpringBootTest
@AutoConfigureMockMvc
@Import(EventLog.class)
public abstract class IntegrationTest {

  protected static final Duration SOON = Duration.ofSeconds(20);

  @Autowired protected MockMvcTester mvc;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected EventPublisher publisher;
  @Autowired protected TransactionOperations transactions;
  @Autowired protected FieldCipher cipher;
  @Autowired protected EventLog events;
  @Autowired protected Contacts contacts;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("ASSISTANT_SMTP_HOST", () -> "127.0.0.1");
    settings.add("ASSISTANT_SMTP_PORT", TestMail::up);
    settings.add("assistant.mail.poll", () -> "100ms");
    settings.add("assistant.mail.retry-after", () -> "100ms");
    settings.add("assistant.mail.max-retry-after", () -> "300ms");
    settings.add("assistant.notification.digest-poll", () -> "1h");
    settings.add("assistant.push.allow-loopback", () -> "true");
    settings.add("assistant.privacy.poll", () -> "200ms");
    settings.add("assistant.roles.owner-email", () -> "owner@example.org");
    settings.add("assistant.user.profile-wait", () -> "1s");
  }

  /** As another service tells it: through outbox and Kafka. */
  protected void publish(DomainEvent event) {
    transactions.executeWithoutResult(status -> publisher.publish(event));
  }

  protected UUID register(String displayName, String locale) {
    UUID user = Ids.next();
    publish(
        new Registered(user, cipher.seal(addressOf(user)), displayName, locale, "Europe/Madrid"));
    await().atMost(SOON).until(() -> contacts.find(user).isPresent());
    return user;
  }

  protected static String addressOf(UUID user) {
    return user + "@example.org";
  }

  protected MockMvcTester.MockMvcRequestBuilder as(UUID user, HttpMethod method, String path) {
    return mvc.method(method)
        .uri("/api/v1" + path)
        .header("Authorization", TestTokens.bearer(user))
        .contentType(MediaType.APPLICATION_JSON);
  }

  protected MockMvcTester.MockMvcRequestBuilder get(UUID user, String path) {
    return as(user, HttpMethod.GET, path);
  }

  protected MockMvcTester.MockMvcRequestBuilder post(UUID user, String path, String body) {
    return as(user, HttpMethod.POST, path).content(body);
  }
}
