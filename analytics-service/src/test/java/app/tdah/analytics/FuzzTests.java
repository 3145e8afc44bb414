package app.tdah.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.OpenApiFuzz;
import app.tdah.devstack.testing.TestTokens;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bad input for every endpoint is refused by a problem, never by a 5xx. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FuzzTests {

  @LocalServerPort private int port;

  @Test
  void everyEndpointRefusesNonsensePolitely() throws Exception {
    OpenApiFuzz fuzz =
        new OpenApiFuzz(
            URI.create("http://localhost:" + port), () -> TestTokens.bearer(UUID.randomUUID()));
    assertThat(fuzz.run()).isEmpty();
    assertThat(fuzz.requests()).isGreaterThan(30);
  }
}
