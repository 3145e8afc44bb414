package app.tdah.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.ScriptedModel;
import app.tdah.devstack.testing.EmbeddedServers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"spring.ai.model.chat=scripted", "assistant.chat.turn.lease=2s"})
@Import(ScriptedModel.Configuration.class)
class SearchIntegrationTests {

  @LocalServerPort private int port;

  private Api user;

  @BeforeEach
  void newUser() {
    user = Api.newUser(port);
  }

  @ParameterizedTest
  @CsvSource({
    "the meetings with Ana were moved, meeting",
    "las reuniones con Ana se movieron, reunión",
    "as reuniões com a Ana mudaram, reuniao",
    "Llamé a mamá ayer, MAMA",
    "o aniversário é na sexta, aniversario",
    "buy milk & bread, bread milk",
    "the red door, '\"red door\"'"
  })
  void findsWordsByTheirStemsWithOrWithoutAccents(String said, String words) {
    user.say("say nothing else");
    user.say("say " + said);
    JsonNode found = search(words);
    assertThat(found.path("items")).isNotEmpty();
    assertThat(found.path("items"))
        .allMatch(message -> text(message).contains(said.substring(0, 4)));
  }

  @Test
  void marksWhatMatchedAndNothingElse() {
    user.say("say I put the <b>cafés</b> on the table, then I looked for the keys");
    JsonNode newest = search("cafe").path("items").get(0);
    assertThat(newest.path("role").asString()).isEqualTo("ASSISTANT");
    assertThat(text(newest)).contains("<b>cafés</b>");
    List<JsonNode> matches =
        StreamSupport.stream(newest.path("snippet").spliterator(), false)
            .filter(segment -> segment.path("match").asBoolean())
            .toList();
    assertThat(matches).extracting(match -> match.path("text").asString()).containsExactly("cafés");
  }

  @Test
  void pagesFromTheNewestAndShowsNobodyElses() {
    for (int i = 0; i < 3; i++) {
      user.say("say penguin number " + i);
    }
    Api.newUser(port).say("say penguin of somebody else");
    JsonNode first = user.get("chat/search?q=penguin&limit=4").body();
    assertThat(first.path("items")).hasSize(4);
    JsonNode second =
        user.get("chat/search?q=penguin&limit=4&cursor=" + first.path("nextCursor").asString())
            .body();
    assertThat(second.path("items")).hasSize(2);
    assertThat(second.path("nextCursor").isNull()).isTrue();
    assertThat(text(first.path("items").get(0))).contains("number 2");
    assertThat(search("\"of somebody else\"").path("items")).isEmpty();
  }

  @Test
  void refusesWhatIsNoSearch() {
    assertThat(user.get("chat/search").status()).isEqualTo(400);
    assertThat(user.get("chat/search?q=%20").status()).isEqualTo(400);
    assertThat(user.get("chat/search?q=a%00b").status()).isEqualTo(400);
    assertThat(search("& | ! ( ' :* <->").path("items")).isEmpty();
  }

  @Test
  void exportsTheBranchFromItsBeginning() {
    JsonNode said = user.say("say hello there");
    String path = "chat/conversations/" + said.path("conversationId").asString() + "/export";
    JsonNode json = user.get(path + "?format=json").body();
    assertThat(json.path("conversation").path("title").asString()).isNotBlank();
    assertThat(json.path("messages"))
        .extracting(message -> message.path("content").asString())
        .containsExactly("say hello there", "hello there");
    String markdown = user.text(path);
    assertThat(markdown).startsWith("# ").contains("## 🧑", "say hello there", "## 🤖");
    assertThat(user.get(path + "?format=pdf").status()).isEqualTo(400);
    assertThat(Api.newUser(port).get(path + "?format=json").status()).isEqualTo(404);
  }

  private JsonNode search(String words) {
    return user.get("chat/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).body();
  }

  private static String text(JsonNode found) {
    StringBuilder text = new StringBuilder();
    found.path("snippet").forEach(segment -> text.append(segment.path("text").asString()));
    return text.toString();
  }
}
