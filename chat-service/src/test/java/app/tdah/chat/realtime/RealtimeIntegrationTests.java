package app.tdah.chat.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.ScriptedModel;
import app.tdah.chat.testing.StompSocket;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.SecurityEvent.SessionRevoked;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"spring.ai.model.chat=scripted", "assistant.chat.turn.lease=2s"})
@Import(ScriptedModel.Configuration.class)
class RealtimeIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  @Autowired private Realtime realtime;
  @Autowired private StringRedisTemplate redis;
  @Autowired private EventPublisher events;
  @Autowired private TransactionTemplate transactions;
  private Api user;

  @BeforeEach
  void newUser() {
    user = Api.newUser(port);
  }

  @Test
  void answersTheStompProtocolAndNeverTheToken() {
    try (StompSocket socket = open(-1)) {
      assertThat(socket.protocol()).isEqualTo("v12.stomp");
    }
  }

  @Test
  void aSocketNeedsAGoodToken() {
    String spent =
        TestTokens.token(user.userId(), user.sessionId(), Duration.ofMinutes(-5), "USER");
    for (String token : List.of(spent, "nonsense")) {
      assertThatThrownBy(() -> StompSocket.open(port, token, -1))
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
    }
  }

  @Test
  void anAnswerStreamsToEveryTab() {
    try (StompSocket first = open(-1);
        StompSocket second = open(-1)) {
      first.send("/app/messages", "{\"content\":\"say one two three\"}");
      JsonNode completed = first.await("message.completed").path("data").path("message");
      assertThat(completed.path("content").asString()).isEqualTo("one two three");
      assertThat(completed.path("usage").path("outputTokens").asInt()).isEqualTo(3);
      String streamed =
          first.events("message.delta").stream()
              .map(event -> event.path("data").path("text").asString())
              .collect(Collectors.joining());
      assertThat(streamed).isEqualTo("one two three");
      second.await("message.completed");
      assertThat(second.events()).isEqualTo(first.events());
      assertThat(first.events().getFirst().path("type").asString()).isEqualTo("message.accepted");
    }
  }

  @Test
  void aMessageThatIsNoneFails() {
    try (StompSocket socket = open(-1)) {
      socket.send("/app/messages", "{\"content\":\" \"}");
      assertThat(socket.await("message.failed").path("data").path("code").asString())
          .isEqualTo("validation-failed");
    }
  }

  @Test
  void resumesWithoutAGapOrADouble() {
    publish(5);
    long seen = newest() - 3;
    try (StompSocket socket = open(seen)) {
      publish(20);
      await().atMost(PATIENCE).until(() -> socket.events().size() >= 23);
      assertThat(socket.seqs())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 23).mapToObj(i -> seen + i).toList());
    }
  }

  @Test
  void aClientThatWasAwayTooLongReadsAgain() {
    publish(3);
    redis.delete("realtime:" + user.userId() + ":events");
    publish(1);
    try (StompSocket socket = open(newest() - 3)) {
      assertThat(socket.await("resync").path("seq").asLong()).isEqualTo(newest());
      publish(1);
      socket.await("test.happened");
    }
  }

  @Test
  void nothingIsToldOfWhatWasRolledBack() {
    publish(1);
    long before = newest();
    transactions.executeWithoutResult(status -> {
      realtime.publish(user.userId(), "test.happened", Map.of());
      status.setRollbackOnly();
    });
    assertThat(newest()).isEqualTo(before);
  }

  @Test
  void aRevokedSessionIsClosedWithinASecond() {
    UUID other = UUID.randomUUID();
    try (StompSocket socket = open(-1);
        StompSocket elsewhere =
            StompSocket.open(port, new Api(port, user.userId(), other).token(), -1)) {
      redis.convertAndSend("sessions-ended", user.sessionId().toString());
      assertThat(socket.awaitClose(Duration.ofSeconds(1))).isEqualTo(4001);
      assertThat(socket.events("session.ended")).hasSize(1);

      transactions.executeWithoutResult(
          status -> events.publish(new SessionRevoked(user.userId(), other)));
      assertThat(elsewhere.awaitClose(PATIENCE)).isEqualTo(4001);
    }
  }

  @Test
  void aTokenHasToBeRenewedOnTheSocket() {
    String brief = TestTokens.token(user.userId(), user.sessionId(), Duration.ofSeconds(2), "USER");
    try (StompSocket renewed = StompSocket.open(port, brief, -1);
        StompSocket forgotten = StompSocket.open(port, brief, -1)) {
      renewed.send("/app/token", "{\"token\":\"" + user.token() + "\"}");
      assertThat(forgotten.awaitClose(PATIENCE)).isEqualTo(4002);
      publish(1);
      renewed.await("test.happened");
    }
  }

  private StompSocket open(long lastSeq) {
    return StompSocket.open(port, user.token(), lastSeq);
  }

  private void publish(int events) {
    for (int i = 0; i < events; i++) {
      realtime.publish(user.userId(), "test.happened", Map.of("n", i));
    }
  }

  private long newest() {
    return Long.parseLong(redis.opsForValue().get("realtime:" + user.userId() + ":seq"));
  }
}
