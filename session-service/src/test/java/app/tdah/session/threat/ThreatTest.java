package app.tdah.session.threat;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.SecurityEvent;
import app.tdah.events.SecurityEvent.LoginFailed;
import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.session.Person;
import app.tdah.session.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Hands events to the detector as the inbox does: each in a transaction of its own. */
@EmbeddedServers
@SpringBootTest(
    properties = {
      "assistant.session.threat.credential-stuffing.accounts=5",
      "assistant.session.threat.password-spraying.accounts=12",
      "assistant.session.threat.password-spraying.accounts-everywhere=100000"
    })
@AutoConfigureMockMvc
@Import(Suite.class)
abstract class ThreatTest {

  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** Networks that no other test uses. */
  private static final AtomicInteger NETWORKS = new AtomicInteger();

  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired StringRedisTemplate redis;
  @Autowired Suite.Heard heard;
  @Autowired FieldCipher cipher;
  @Autowired TransactionOperations transactions;
  @Autowired private ThreatDetector detector;

  Person user = Person.with(null);
  Person admin = Person.with(null);

  @BeforeEach
  void newPeople() {
    user = Person.with(mvc);
    admin = Person.with(mvc, "threats:read", "threats:dismiss");
  }

  /** The first three bytes of addresses that nobody has used. */
  static String newNetwork() {
    int number = NETWORKS.incrementAndGet();
    return "100.%d.%d.".formatted(64 + number / 256, number % 256);
  }

  void happens(SecurityEvent event, Instant at) {
    EventMetadata metadata = new EventMetadata(Ids.next(), "test", "auth-service", at);
    transactions.executeWithoutResult(status -> detector.handle(event, metadata));
  }

  /** Failed log-ins of accounts that do not exist, each once. */
  void fails(String address, int accounts, Instant at) {
    for (int i = 0; i < accounts; i++) {
      happens(unknown(address, UUID.randomUUID().toString()), at);
    }
  }

  static LoginFailed unknown(String address, String account) {
    return new LoginFailed(null, address, "INVALID_CREDENTIALS", account);
  }

  UUID startsSession(@Nullable String device, String address, Instant at) {
    UUID session = Ids.next();
    happens(
        new SessionStarted(
            user.id(), session, null, FIREFOX, address, List.of("pwd"), at, device, false),
        at);
    return session;
  }

  void putInRedis(UUID session) {
    redis.opsForHash().putAll("session:" + session, Map.of("userId", user.id().toString()));
    redis.opsForSet().add("user-sessions:" + user.id(), session.toString());
  }

  /** The user's own findings of a rule. */
  List<JsonNode> own(String rule) {
    return user.items("/api/v1/threats").stream()
        .filter(threat -> threat.get("rule").asString().equals(rule))
        .toList();
  }

  /** Findings of a rule that name an address or network in their evidence. */
  List<JsonNode> about(String rule, String origin) {
    return admin.items("/api/v1/admin/threats?limit=200&rule=" + rule).stream()
        .filter(threat -> threat.get("evidence").toString().contains(origin))
        .toList();
  }

  static String id(JsonNode threat) {
    return threat.get("id").asString();
  }
}
