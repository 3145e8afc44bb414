package app.tdah.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.testing.Api;
import app.tdah.devstack.testing.EmbeddedServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ConversationIntegrationTests {

  @LocalServerPort private int port;
  private Api user;

  @BeforeEach
  void newUser() {
    user = Api.newUser(port);
  }

  @Test
  void pinnedConversationsComeFirstOnEveryPage() {
    List<String> ids = new ArrayList<>();
    for (String title : List.of("a", "b", "c", "d", "e")) {
      ids.add(create(title));
    }
    patch(ids.get(1), Map.of("pinned", true));
    patch(ids.get(3), Map.of("pinned", true));

    List<String> titles = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = user.get("chat/conversations?limit=2&cursor=" + cursor).body();
      page.path("items").forEach(item -> titles.add(item.path("title").asString()));
      cursor = page.path("nextCursor").asString("");
    } while (!cursor.isEmpty());

    assertThat(titles).containsExactly("d", "b", "e", "c", "a");
  }

  @Test
  void archivedConversationsAreAListOfTheirOwnUntilSomethingIsSaidInThem() {
    String kept = create("kept");
    String archived = create("archived");
    patch(archived, Map.of("archived", true));

    assertThat(titles("")).containsExactly("kept");
    assertThat(titles("?archived=true")).containsExactly("archived");
    assertThat(user.get("chat/conversations/" + kept).status()).isEqualTo(200);

    user.post("chat/messages", Map.of("conversationId", archived, "content", "hello"));
    assertThat(titles("")).containsExactly("archived", "kept");
  }

  @Test
  void aTitleIsProposedAndAUsersOwnStays() {
    JsonNode said =
        user.say(
            "\n  Please help me plan the surprise party for my grandmother's ninetieth birthday\nsoon");
    String id = said.path("conversationId").asString();
    assertThat(titles(""))
        .containsExactly("Please help me plan the surprise party for my grandmother's…");

    patch(id, Map.of("title", "  Party  "));
    user.post("chat/messages", Map.of("conversationId", id, "content", "Something else"));
    assertThat(titles("")).containsExactly("Party");
  }

  @Test
  void aChangeNamesTheVersionItMeansAndTheFieldThatIsWrong() {
    String id = create("a");
    assertThat(patch(id, Map.of("title", "b")).body().path("version").asInt()).isEqualTo(1);
    for (var wrong :
        List.of(
            Map.entry("title", " "),
            Map.entry("title", "x".repeat(201)),
            Map.entry("activeLeafId", "0198b7a0-0000-7000-8000-000000000000"))) {
      Api.Answer refused = patch(id, Map.of(wrong.getKey(), wrong.getValue()));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().path("errors").get(0).path("field").asString())
          .isEqualTo(wrong.getKey());
    }
    assertThat(Api.newUser(port).call("PATCH", "chat/conversations/" + id, Map.of("pinned", true)))
        .extracting(Api.Answer::status)
        .isEqualTo(404);
  }

  private String create(String title) {
    return user.post("chat/conversations", Map.of("title", title)).body().path("id").asString();
  }

  private Api.Answer patch(String id, Map<String, ?> change) {
    return user.call("PATCH", "chat/conversations/" + id, change);
  }

  private List<String> titles(String query) {
    JsonNode items = user.get("chat/conversations" + query).body().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path("title").asString())
        .toList();
  }
}
