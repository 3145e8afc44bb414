package app.tdah.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventTypesTests {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Collection<Class<? extends DomainEvent>> types() {
    return EventTypes.all();
  }

  @Test
  void namesAndTopicsAreDerivedFromTheRecords() {
    assertThat(EventTypes.nameOf(UserEvent.EmailVerified.class))
        .isEqualTo("app.tdah.user.email-verified.v1");
    assertThat(EventTypes.topicOf(UserEvent.EmailVerified.class)).isEqualTo("user-events");
    assertThat(EventTypes.named("app.tdah.communication.sms-received.v1"))
        .contains(CommunicationEvent.SmsReceived.class);
    assertThat(EventTypes.named("app.tdah.user.unheard-of.v9")).isEmpty();
    assertThat(EventTypes.topics())
        .containsExactly(
            "analytics-events",
            "communication-events",
            "integration-events",
            "security-events",
            "user-events");
    assertThat(EventTypes.deadLetterTopicOf("user-events")).isEqualTo("user-events.dlt");
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeReadsAndWritesItsGoldenJson(Class<? extends DomainEvent> type) throws IOException {
    String golden = golden(type);
    DomainEvent event = JSON.readValue(golden, type);
    JsonNode written = JSON.readTree(JSON.writeValueAsString(event));
    assertThat(written).isEqualTo(JSON.readTree(golden));
  }

  @ParameterizedTest
  @MethodSource("types")
  void unknownFieldsAreIgnored(Class<? extends DomainEvent> type) throws IOException {
    String newer = golden(type).replaceFirst("\\{", "{\"addedLater\": {\"a\": [1]},");
    assertThat(JSON.readValue(newer, type)).isEqualTo(JSON.readValue(golden(type), type));
  }

  @Test
  void encryptedTextNeverShowsInLogs() {
    assertThat(new EncryptedText("c2VjcmV0").toString()).doesNotContain("c2VjcmV0");
  }

  private static String golden(Class<? extends DomainEvent> type) throws IOException {
    String file = "golden/" + EventTypes.nameOf(type) + ".json";
    try (InputStream json = EventTypes.class.getResourceAsStream(file)) {
      assertThat(json).as(file).isNotNull();
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
