package app.tdah.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.DomainEvent;
import app.tdah.events.SecurityEvent.LoginFailed;
import app.tdah.events.SecurityEvent.MfaChanged;
import app.tdah.events.SecurityEvent.MfaFailed;
import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.events.UserEvent.EmailChanged;
import app.tdah.events.UserEvent.PasswordChanged;
import app.tdah.events.UserEvent.ProfileUpdated;
import app.tdah.events.UserEvent.Reinstated;
import app.tdah.events.UserEvent.RolesChanged;
import app.tdah.events.UserEvent.Suspended;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest
@AutoConfigureMockMvc
@Import(Suite.class)
class HistoryIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private MockMvcTester mvc;
  @Autowired private EventPublisher events;
  @Autowired private FieldCipher cipher;
  @Autowired private TransactionOperations transactions;

  private Person user = Person.with(null);

  @BeforeEach
  void newUser() {
    user = Person.with(mvc);
  }

  @Test
  void tellsInSentencesWhatHappenedToTheAccount() {
    publish(
        new LoginFailed(user.id(), Suite.TOKYO, "INVALID_CREDENTIALS"),
        started(),
        new MfaChanged(user.id(), "PASSKEY", "ADDED"),
        new MfaFailed(user.id(), "SMS", "192.0.2.9"));
    assertThat(texts("en", 4))
        .containsExactly(
            "A second factor was refused (text message), from 192.0.2.9.",
            "A way to sign in was added: passkey.",
            "Signed in on Firefox, Linux, from Lisbon, Portugal · 198.51.100.1.",
            "A sign-in with a wrong password, from Tokyo, Japan · 203.0.113.1.");
    assertThat(texts("es", 4))
        .containsExactly(
            "Se rechazó un segundo factor (SMS), desde 192.0.2.9.",
            "Se añadió una forma de iniciar sesión: llave de acceso.",
            "Inicio de sesión en Firefox, Linux, desde Lisboa, Portugal · 198.51.100.1.",
            "Un inicio de sesión con contraseña incorrecta, desde Tokio, Japón · 203.0.113.1.");
    assertThat(texts("fr, pt-BR;q=0.8", 4))
        .contains("Uma forma de acesso foi adicionada: chave de acesso.");
    assertThat(texts("fr", 4)).contains("A way to sign in was added: passkey.");
    JsonNode signIn = history("en").get(2);
    assertThat(signIn.get("device").asString()).isEqualTo("Firefox, Linux");
    assertThat(signIn.get("place").asString()).isEqualTo("Lisbon, Portugal");
    assertThat(signIn.get("sessionId").asString()).isEqualTo(user.session().toString());
  }

  @Test
  void knowsWhatOtherServicesDidToTheAccount() {
    publish(
        new PasswordChanged(user.id()),
        new EmailChanged(user.id(), cipher.seal("new@example.org")),
        new RolesChanged(user.id(), List.of("ADMIN", "USER"), List.of("users:read"), false),
        new ProfileUpdated(user.id(), "Ana"),
        new Suspended(user.id(), "asked by the owner"),
        new Reinstated(user.id()));
    assertThat(texts("en", 5))
        .containsExactly(
            "The account may be used again.",
            "The account was suspended by an administrator.",
            "Roles changed: ADMIN, USER.",
            "The e-mail address was changed.",
            "The password was changed.");
  }

  @Test
  void pagesTheNewestFirst() {
    for (int i = 0; i < 5; i++) {
      publish(new MfaChanged(user.id(), "TOTP", "RENEWED"));
    }
    texts("en", 5);
    JsonNode first = Person.json(user.get("/api/v1/security-events?limit=3", "en"));
    JsonNode second =
        Person.json(
            user.get(
                "/api/v1/security-events?limit=3&cursor=" + first.get("nextCursor").asString(),
                "en"));
    assertThat(first.get("items")).hasSize(3);
    assertThat(second.get("items")).hasSize(2);
    assertThat(second.get("nextCursor").isNull()).isTrue();
    assertThat(user.get("/api/v1/security-events?cursor=nonsense", "en")).hasStatus(400);
  }

  @Test
  void saysEverythingInEveryLanguage() throws IOException {
    assertThat(keys("messages_es.properties")).isEqualTo(keys("messages.properties"));
    assertThat(keys("messages_pt.properties")).isEqualTo(keys("messages.properties"));
  }

  private static Set<Object> keys(String file) throws IOException {
    Properties texts = new Properties();
    try (InputStream stream = new ClassPathResource(file).getInputStream()) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return texts.keySet();
  }

  private SessionStarted started() {
    return new SessionStarted(
        user.id(),
        user.session(),
        null,
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        Suite.LISBON,
        List.of("pwd"),
        Instant.parse("2026-03-01T08:00:00Z"));
  }

  private List<String> texts(String language, int expected) {
    await().atMost(PATIENCE).until(() -> history(language).size() == expected);
    return history(language).stream().map(entry -> entry.get("text").asString()).toList();
  }

  private List<JsonNode> history(String language) {
    return Person.json(user.get("/api/v1/security-events", language))
        .get("items")
        .valueStream()
        .toList();
  }

  private void publish(DomainEvent... all) {
    transactions.executeWithoutResult(status -> List.of(all).forEach(events::publish));
  }
}
