package app.tdah.chat.memory;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.memory.Memory.Source;
import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MemoryIntegrationTests {

  @LocalServerPort private int port;
  @Autowired private Memories memories;

  private Api user;

  @BeforeEach
  void newUser() {
    user = Api.newUser(port);
  }

  @Test
  void factsAreSeenEditedAndDeleted() {
    JsonNode kept = remember("I like tea").body();
    assertThat(kept.path("source").asString()).isEqualTo("USER");
    assertThat(remember("i LIKE tea").body().path("id")).isEqualTo(kept.path("id"));
    remember("My sister is Ana");
    assertThat(facts()).containsExactly("My sister is Ana", "I like tea");

    String path = "chat/memories/" + kept.path("id").asString();
    assertThat(user.call("PATCH", path, Map.of("fact", "I like coffee")).status()).isEqualTo(200);
    assertThat(user.call("PATCH", path, Map.of("fact", "my sister is ana")).status())
        .isEqualTo(400);
    assertThat(facts()).containsExactly("My sister is Ana", "I like coffee");
    assertThat(Api.newUser(port).call("DELETE", path, null).status()).isEqualTo(404);
    assertThat(user.call("DELETE", path, null).status()).isEqualTo(204);
    assertThat(user.call("DELETE", "chat/memories", null).status()).isEqualTo(204);
    assertThat(facts()).isEmpty();
  }

  @Test
  void whoSwitchesMemoryOffIsNotRememberedAndNothingIsUsed() {
    remember("I like tea");
    JsonNode off = user.call("PATCH", "chat/memories", Map.of("enabled", false)).body();
    assertThat(off.path("enabled").asBoolean()).isFalse();
    assertThat(remember("I like coffee").status()).isEqualTo(409);
    assertThat(memories.known(user.userId())).isEmpty();
    assertThat(facts()).containsExactly("I like tea");
    user.call("PATCH", "chat/memories", Map.of("enabled", true));
    assertThat(memories.known(user.userId()))
        .extracting(Memory::source)
        .containsExactly(Source.USER);
  }

  @Test
  void refusesWhatIsNoFact() {
    assertThat(remember(" ").status()).isEqualTo(400);
    assertThat(remember("x".repeat(501)).status()).isEqualTo(400);
    assertThat(remember("a\0b").status()).isEqualTo(400);
    assertThat(user.call("PATCH", "chat/memories", Map.of()).status()).isEqualTo(400);
  }

  private Api.Answer remember(String fact) {
    return user.post("chat/memories", Map.of("fact", fact));
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>();
    user.get("chat/memories")
        .body()
        .path("items")
        .forEach(memory -> facts.add(memory.path("fact").asString()));
    return facts;
  }
}
