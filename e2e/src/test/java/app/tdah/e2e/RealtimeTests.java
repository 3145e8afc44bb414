package app.tdah.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RealtimeTests {

  @Test
  void twoTabsSeeTheSame() {
    Person ana = Person.signedUp();
    try (Socket first = Socket.open(ana, -1);
        Socket second = Socket.open(ana, -1)) {
      first.say(Map.of("content", "hello"));
      String said = first.awaitEvent("message.completed", data -> true).toString();
      assertThat(second.awaitEvent("message.completed", data -> true).toString()).isEqualTo(said);
    }
  }

  @Test
  void aClientThatComesBackGetsWhatItMissedInOrder() {
    Person ana = Person.signedUp();
    long seen;
    try (Socket socket = Socket.open(ana, -1)) {
      socket.say(Map.of("content", "hello"));
      socket.awaitEvent("message.completed", data -> true);
      seen = socket.lastSeq();
    }
    ana.say("buy milk");
    try (Socket socket = Socket.open(ana, seen)) {
      socket.awaitEvent("message.completed", data -> true);
      List<Long> seqs = socket.events().stream().map(event -> event.path("seq").asLong()).toList();
      assertThat(seqs).isSorted().doesNotHaveDuplicates().first().isEqualTo(seen + 1);
      assertThat(socket.events())
          .extracting(event -> event.path("type").asString())
          .contains("message.accepted", "message.delta", "task.changed");
    }
  }

  @Test
  void theSameMessageIdIsAnsweredOnce() {
    Person ana = Person.signedUp();
    String id = UuidV7.next();
    Map<String, String> message = Map.of("id", id, "content", "buy bread");
    JsonNode first = ana.post("chat/messages", message).expect(200).json();
    JsonNode again = ana.post("chat/messages", message).expect(200).json();
    assertThat(again).isEqualTo(first);
    assertThat(ana.get("tasks").json().path("items")).hasSize(1);
  }

  @Test
  void aSocketNeedsAToken() {
    Map<String, String> upgrade =
        Map.of("Sec-WebSocket-Version", "13", "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    assertThat(Suite.send("GET", Suite.URL.resolve("/ws"), upgrade, null).status()).isEqualTo(401);
  }
}
