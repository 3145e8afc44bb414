package app.tdah.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.ScriptedModel;
import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.EmbeddedServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"spring.ai.model.chat=scripted", "assistant.chat.turn.lease=2s"})
@Import(ScriptedModel.Configuration.class)
class BranchIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  @Autowired private ScriptedModel model;
  @Autowired private AcceptMessage accept;
  @Autowired private TransactionTemplate transactions;
  @Autowired private JdbcClient jdbc;
  private Api user;

  @BeforeEach
  void newUser() {
    user = Api.newUser(port);
    model.questions.set(0);
  }

  @Test
  void anEditIsABranchThatTheOldOneCanBeSwitchedBackFrom() {
    JsonNode first = user.say("say one");
    String conversation = id(first, "conversationId");
    JsonNode second = sayIn(conversation, "say two");

    JsonNode edited = edit(question(first), "say uno").body();

    assertThat(text(edited.path("assistantMessage"))).isEqualTo("uno");
    assertThat(edited.path("userMessage").path("siblingIds"))
        .extracting(JsonNode::asString)
        .containsExactly(question(first), question(edited));
    assertThat(branch(conversation)).containsExactly("uno", "say uno");

    assertThat(switchTo(conversation, question(first)).status()).isEqualTo(200);
    assertThat(branch(conversation)).containsExactly("two", "say two", "one", "say one");
    assertThat(user.get("chat/conversations/" + conversation).body().path("activeLeafId"))
        .isEqualTo(second.path("assistantMessage").path("id"));
  }

  @Test
  void whatIsSaidNextFollowsTheBranchThatIsShown() {
    JsonNode first = user.say("say one");
    String conversation = id(first, "conversationId");
    sayIn(conversation, "say two");
    edit(question(first), "say uno");

    assertThat(text(sayIn(conversation, "recall").path("assistantMessage")))
        .isEqualTo("say uno|uno|recall");

    switchTo(conversation, question(first));
    assertThat(text(sayIn(conversation, "recall").path("assistantMessage")))
        .isEqualTo("say one|one|say two|two|recall");
  }

  @Test
  void anAnswerMadeAnewStandsBesideTheOldOneAndDoesNotSeeIt() {
    JsonNode said = user.say("recall");
    String conversation = id(said, "conversationId");

    JsonNode again = regenerate(answer(said), Map.of()).body();

    assertThat(text(again.path("assistantMessage"))).isEqualTo("recall");
    assertThat(again.path("userMessage").path("id")).isEqualTo(said.path("userMessage").path("id"));
    assertThat(again.path("assistantMessage").path("siblingIds"))
        .extracting(JsonNode::asString)
        .containsExactly(answer(said), answer(again));
    assertThat(items(conversation).getFirst()).isEqualTo(again.path("assistantMessage"));
    assertThat(regenerate(question(said), Map.of()).status()).isEqualTo(200);
    assertThat(items(conversation).getFirst().path("siblingIds")).hasSize(3);
  }

  @Test
  void theSameIdIsTheSameEditAndTheSameAnswer() {
    JsonNode said = user.say("say one");
    Map<String, Object> edit = Map.of("id", Ids.next(), "content", "say uno");
    Map<String, Object> again = Map.of("id", Ids.next());
    int asked = model.questions.get();

    assertThat(atOnce(() -> user.call("PATCH", "chat/messages/" + question(said), edit)))
        .hasSize(1);
    assertThat(atOnce(() -> regenerate(question(said), again))).hasSize(1);

    assertThat(model.questions).hasValue(asked + 2);
    assertThat(regenerate(question(said), Map.of("id", question(said))))
        .extracting(Api.Answer::status)
        .isEqualTo(409);
  }

  @Test
  void aMessageThatIsBeingAnsweredIsNotAnsweredTwice() {
    UUID id = Ids.next();
    CompletableFuture<Api.Answer> answer =
        CompletableFuture.supplyAsync(
            () -> user.post("chat/messages", Map.of("id", id, "content", "hang on")));
    await().atMost(PATIENCE).until(() -> model.questions.get() == 1);

    Api.Answer refused = regenerate(id.toString(), Map.of());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").asString()).isEqualTo("answer-in-progress");
    user.post("chat/messages/" + id + "/stop", Map.of());
    assertThat(text(answer.join().body().path("assistantMessage"))).isEqualTo("begun");
    assertThat(text(regenerate(id.toString(), Map.of()).body().path("assistantMessage")))
        .isEqualTo("done");
  }

  @Test
  void refusesToReviseWhatIsNotTheUsersOwnWords() {
    JsonNode said = user.say("say one");
    Api other = Api.newUser(port);
    String path = "chat/messages/" + question(said);

    assertThat(other.call("PATCH", path, Map.of("content", "say two")).status()).isEqualTo(404);
    assertThat(other.post(path + "/regenerate", Map.of()).status()).isEqualTo(404);
    assertThat(edit(answer(said), "say two").body().path("code").asString())
        .isEqualTo("not-editable");
    assertThat(edit(question(said), " ").body().path("errors").get(0).path("field").asString())
        .isEqualTo("content");
    assertThat(edit(UUID.randomUUID().toString(), "say two").status()).isEqualTo(404);
    String elsewhere = id(other.say("say mine"), "conversationId");
    assertThat(
            other
                .call(
                    "PATCH",
                    "chat/conversations/" + elsewhere,
                    Map.of("activeLeafId", question(said)))
                .body()
                .path("errors")
                .get(0)
                .path("field")
                .asString())
        .isEqualTo("activeLeafId");
    user.call("DELETE", "chat/conversations/" + id(said, "conversationId"), null);
    assertThat(edit(question(said), "say two").status()).isEqualTo(404);
  }

  @Test
  void textMessagesHaveOneBranch() {
    for (String text : List.of("say hello", "say again")) {
      transactions.executeWithoutResult(status -> accept.acceptSms(user.userId(), text));
    }
    List<String> sms =
        jdbc.sql("select id from messages where user_id = ? and role = 'USER' order by position")
            .param(user.userId())
            .query(String.class)
            .list();
    assertThat(user.get("chat/conversations").body().path("items")).hasSize(1);
    assertThat(edit(sms.getFirst(), "say bye").body().path("code").asString())
        .isEqualTo("continuous-conversation");
    assertThat(regenerate(sms.getLast(), Map.of()).status()).isEqualTo(409);
  }

  @Test
  void pagesGoUpTheActiveBranch() {
    JsonNode first = user.say("say 1");
    String conversation = id(first, "conversationId");
    IntStream.rangeClosed(2, 5).forEach(i -> sayIn(conversation, "say " + i));
    edit(items(conversation).get(1).path("id").asString(), "say V");

    String path = "chat/conversations/" + conversation + "/messages?limit=3";
    JsonNode page = user.get(path).body();
    JsonNode next = user.get(path + "&cursor=" + page.path("nextCursor").asString()).body();

    assertThat(page.path("items"))
        .extracting(BranchIntegrationTests::text)
        .containsExactly("V", "say V", "4");
    assertThat(next.path("items"))
        .extracting(BranchIntegrationTests::text)
        .containsExactly("say 4", "3", "say 3");
  }

  private List<Api.Answer> atOnce(java.util.function.Supplier<Api.Answer> request) {
    List<CompletableFuture<Api.Answer>> requests =
        IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(request)).toList();
    List<Api.Answer> answers = requests.stream().map(CompletableFuture::join).distinct().toList();
    assertThat(answers.getFirst().status()).isEqualTo(200);
    return answers;
  }

  private JsonNode sayIn(String conversation, String content) {
    return user.post("chat/messages", Map.of("conversationId", conversation, "content", content))
        .body();
  }

  private Api.Answer edit(String message, String content) {
    return user.call("PATCH", "chat/messages/" + message, Map.of("content", content));
  }

  private Api.Answer regenerate(String message, Map<String, ?> body) {
    return user.post("chat/messages/" + message + "/regenerate", body);
  }

  private Api.Answer switchTo(String conversation, String message) {
    return user.call(
        "PATCH", "chat/conversations/" + conversation, Map.of("activeLeafId", message));
  }

  private List<JsonNode> items(String conversation) {
    JsonNode page = user.get("chat/conversations/" + conversation + "/messages").body();
    return StreamSupport.stream(page.path("items").spliterator(), false).toList();
  }

  private List<String> branch(String conversation) {
    return items(conversation).stream().map(BranchIntegrationTests::text).toList();
  }

  private static String text(JsonNode message) {
    return message.path("content").asString();
  }

  private static String id(JsonNode node, String field) {
    return node.path(field).asString();
  }

  private static String question(JsonNode answered) {
    return answered.path("userMessage").path("id").asString();
  }

  private static String answer(JsonNode answered) {
    return answered.path("assistantMessage").path("id").asString();
  }
}
