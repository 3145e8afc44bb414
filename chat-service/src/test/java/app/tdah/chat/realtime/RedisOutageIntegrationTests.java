package app.tdah.chat.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.ScriptedModel;
import app.tdah.chat.testing.StompSocket;
import app.tdah.devstack.process.RunningComponent;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.TestServers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@EmbeddedServers
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"spring.ai.model.chat=scripted", "assistant.chat.turn.lease=2s"})
@Import(ScriptedModel.Configuration.class)
class RedisOutageIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @LocalServerPort private int port;
  @Autowired private Realtime realtime;

  @Test
  void chatGoesOnAndClientsReadAgain() throws InterruptedException {
    Api user = Api.newUser(port);
    user.say("say before");
    try (StompSocket socket = StompSocket.open(port, user.token(), -1)) {
      restartRedisAround(
          () -> assertThat(user.answer("say during")).as("without Redis").isEqualTo("during"));

      await().atMost(PATIENCE).until(() -> !socket.events("resync").isEmpty());
      realtime.publish(user.userId(), "test.happened", Map.of());
      socket.await("test.happened");
      assertThat(socket.seqs()).isSorted();
      assertThat(user.answer("say after")).isEqualTo("after");
    }
  }

  private static void restartRedisAround(Runnable work) throws InterruptedException {
    RunningComponent redis = TestServers.running().component("redis");
    redis.stop(Duration.ofSeconds(5));
    try {
      work.run();
    } finally {
      RunningComponent again = RunningComponent.start(redis.component());
      again.awaitReady(PATIENCE);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(again)));
    }
  }

  private static void stop(RunningComponent component) {
    try {
      component.stop(Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
