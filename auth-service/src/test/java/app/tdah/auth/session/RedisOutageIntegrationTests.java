package app.tdah.auth.session;

import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.devstack.process.ChildProcess;
import app.tdah.devstack.testing.TestServers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.JsonNode;

@AuthIntegrationTest
class RedisOutageIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private AuthClient client;
  @Autowired private JwtDecoder decoder;
  @Autowired private StringRedisTemplate redis;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void resume() throws InterruptedException {
    signal("CONT");
  }

  @Test
  void sessionsGoOnWithoutRedisAndItCatchesUp() throws InterruptedException {
    String email = someEmail();
    client.account(email);
    JsonNode before = client.signedIn(email);

    signal("STOP");
    JsonNode during = client.signedIn(email);
    JsonNode refreshed = json(client.refresh(during.get("refreshToken").asString()));
    assertThat(client.login(email, "not the password")).hasStatus(401);
    assertThat(
            client.post("/logout", Map.of("refreshToken", before.get("refreshToken").asString())))
        .hasStatus(204);
    signal("CONT");

    await().atMost(PATIENCE).until(() -> redis.hasKey("session:" + sid(refreshed)));
    await().atMost(PATIENCE).until(() -> !redis.hasKey("session:" + sid(before)));
    await()
        .atMost(PATIENCE)
        .until(() ->
            jdbc.sql("select count(*) from refresh_families where not mirrored")
                    .query(Integer.class)
                    .single()
                == 0);
    assertThat(client.refresh(refreshed.get("refreshToken").asString())).hasStatusOk();
  }

  private String sid(JsonNode session) {
    return decoder.decode(session.get("accessToken").asString()).getClaimAsString("sid");
  }

  private static void signal(String name) throws InterruptedException {
    ChildProcess.signal(TestServers.running().component("redis").process().pid(), name);
  }
}
