package app.tdah.auth;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.auth.key.TokenSigner;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.OpenApiFuzz;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bad input for every endpoint is refused by a problem, never by a 5xx. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FuzzTests {

  @LocalServerPort private int port;
  @Autowired private TokenSigner signer;

  @Test
  void everyEndpointRefusesNonsensePolitely() throws Exception {
    OpenApiFuzz fuzz = new OpenApiFuzz(URI.create("http://localhost:" + port), this::authorization);
    assertThat(fuzz.run()).isEmpty();
    assertThat(fuzz.requests()).isGreaterThan(200);
  }

  private String authorization() {
    Map<String, ?> claims =
        Map.of(
            "sid", UUID.randomUUID().toString(),
            "roles", List.of("USER"),
            "permissions", List.of("keys:rotate"),
            "amr", List.of("pwd"),
            "auth_time", Instant.now().getEpochSecond());
    return "Bearer "
        + signer.sign(UUID.randomUUID(), claims, Instant.now(), Duration.ofMinutes(10));
  }
}
