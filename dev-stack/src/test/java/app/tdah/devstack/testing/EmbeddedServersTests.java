package app.tdah.devstack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.events.EventTypes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@EmbeddedServers
@SpringJUnitConfig(EmbeddedServersTests.class)
@TestPropertySource(properties = "assistant.schema=chat")
class EmbeddedServersTests {

  @Autowired Environment environment;

  @Test
  void givesTheServiceItsOwnSchema() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table notes (id uuid primary key default uuidv7())");
      var schema =
          statement.executeQuery(
              "select table_schema from information_schema.tables where table_name = 'notes'");
      assertThat(schema.next()).isTrue();
      assertThat(schema.getString(1)).isEqualTo("chat");
      statement.execute("drop table notes");
    }
  }

  @Test
  void keepsTheServiceOutOfOtherSchemas() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("create table auth.x (id int)"))
          .hasMessageContaining("permission denied for schema auth");
      assertThatThrownBy(() -> statement.execute("create table public.x (id int)"))
          .hasMessageContaining("permission denied for schema public");
    }
  }

  @Test
  void makesEveryTopicWithItsDeadLetterTopic() throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                environment.getRequiredProperty("ASSISTANT_KAFKA_BOOTSTRAP")))) {
      assertThat(admin.listTopics().names().get())
          .containsAll(EventTypes.topics())
          .containsAll(EventTypes.topics().stream().map(EventTypes::deadLetterTopicOf).toList());
    }
  }

  @Test
  void writesAKeysetThatOnlyItsOwnerReads() throws Exception {
    Path file = Path.of(environment.getRequiredProperty("ASSISTANT_KEYSET_FILE"));
    assertThat(Files.readString(file)).contains("\"aead\"", "\"prf\"");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void publishesTheKeyOfItsTokens() throws Exception {
    assertThat(TestTokens.bearer(UUID.randomUUID())).startsWith("Bearer ey");
    URI jwks = URI.create(environment.getRequiredProperty("ASSISTANT_JWKS_URI"));
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = http.send(HttpRequest.newBuilder(jwks).build(), BodyHandlers.ofString()).body();
      assertThat(body).contains("\"kid\":\"test\"", "\"n\":\"").doesNotContain("\"d\":");
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/assistant"
            .formatted(environment.getProperty("ASSISTANT_DB_PORT")),
        "svc_chat",
        environment.getProperty("ASSISTANT_DB_PASSWORD"));
  }
}
