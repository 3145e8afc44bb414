package app.tdah.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.Heard;
import app.tdah.chat.testing.ScriptedModel;
import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.CommunicationEvent.MessageAnswered;
import app.tdah.events.CommunicationEvent.MessageReceived;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.ai.model.chat=scripted",
      "assistant.chat.turn.lease=2s",
      "assistant.chat.models.fallback=false"
    })
@Import(ScriptedModel.Configuration.class)
class TurnIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  @Autowired private ScriptedModel model;
  @Autowired private ScriptedModel.NoteTool notes;
  @Autowired private Heard heard;
  @Autowired private JdbcClient jdbc;
  @Autowired private TurnRunner runner;
  private Api user;

  @BeforeEach
  void newUser() {
    user = Api.newUser(port);
    model.questions.set(0);
  }

  @Test
  void answersWithUsageAndEvents() {
    JsonNode answered = user.say("say hello there");

    JsonNode answer = answered.path("assistantMessage");
    assertThat(answer.path("content").asString()).isEqualTo("hello there");
    assertThat(answer.path("status").asString()).isEqualTo("COMPLETED");
    assertThat(answer.path("usage").path("inputTokens").asInt()).isEqualTo(11);
    assertThat(answer.path("usage").path("outputTokens").asInt()).isEqualTo(2);
    assertThat(answer.path("parentId").asString())
        .isEqualTo(answered.path("userMessage").path("id").asString());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(heard.of(MessageReceived.class, user.userId())).hasSize(1);
          assertThat(heard.of(MessageAnswered.class, user.userId())).hasSize(1);
          assertThat(heard.of(UsageRecorded.class, user.userId()))
              .extracting(UsageRecorded::meter)
              .containsExactly("ai.tokens.input", "ai.tokens.output");
        });
  }

  @Test
  void theSameIdIsTheSameTurn() {
    Map<String, Object> message = Map.of("id", Ids.next(), "content", "say once");
    List<CompletableFuture<Api.Answer>> requests =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> user.post("chat/messages", message)))
            .toList();
    assertThat(requests.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(user.post("chat/messages", message)).isEqualTo(requests.getFirst().join());
    assertThat(model.questions).hasValue(1);
    assertThat(user.post("chat/messages", Map.of("id", message.get("id"), "content", "say two")))
        .extracting(Api.Answer::status)
        .isEqualTo(409);
  }

  @Test
  void messagesOfOneConversationAreAnsweredInOrder() {
    String conversation = user.say("say one").path("conversationId").asString();
    List<CompletableFuture<Api.Answer>> requests =
        List.of("slow", "say three").stream()
            .map(text ->
                CompletableFuture.supplyAsync(() ->
                    user.post(
                        "chat/messages", Map.of("conversationId", conversation, "content", text))))
            .toList();
    requests.forEach(CompletableFuture::join);
    List<Boolean> inOrder =
        jdbc.sql(
                "select lag(finished_at) over (order by position) <= finished_at from messages"
                    + " where conversation_id = ? and role = 'ASSISTANT' order by position offset 1")
            .param(UUID.fromString(conversation))
            .query(Boolean.class)
            .list();
    assertThat(inOrder).hasSize(2).containsOnly(true);
  }

  @Test
  void aToolsEffectAndResultAreOneTransaction() {
    String text = UUID.randomUUID().toString();
    JsonNode done = user.say("note " + text).path("assistantMessage");
    assertThat(done.path("content").asString()).isEqualTo("noted");
    assertThat(done.path("toolCalls").get(0).path("status").asString()).isEqualTo("COMPLETED");
    assertThat(done.path("toolCalls").get(0).path("arguments").path("text").asString())
        .isEqualTo(text);
    assertThat(notes.count(text)).isEqualTo(1);

    JsonNode failed = user.say("note wrong " + text).path("assistantMessage");
    assertThat(failed.path("status").asString()).isEqualTo("COMPLETED");
    assertThat(failed.path("toolCalls").get(0).path("status").asString()).isEqualTo("FAILED");
    assertThat(notes.count("wrong " + text)).isZero();
  }

  @Test
  void anotherReplicaGoesOnWhereTheDeadOneWas() {
    String text = UUID.randomUUID().toString();
    runner.stop();
    UUID answer;
    try {
      answer = acceptedWhileNobodyAnswers("note " + text);
      leftBehind(answer, 0, "note", text + " done", "COMPLETED");
      leftBehind(answer, 1, "note", text + " open", "RUNNING");
      jdbc.sql(
              "update turns set lease_token = ?, attempts = 1, lease_until = now() - interval '1 s'"
                  + " where assistant_message_id = ?")
          .params(UUID.randomUUID(), answer)
          .update();
    } finally {
      runner.start();
    }

    await().atMost(PATIENCE).until(() -> status(answer).equals("COMPLETED"));
    assertThat(notes.count(text + " done")).as("ran before the crash").isZero();
    assertThat(notes.count(text + " open")).isEqualTo(1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(heard.of(MessageAnswered.class, user.userId())).hasSize(1));
  }

  @Test
  void aReplicaThatLostItsLeaseWritesNothing() {
    CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> user.say("hang on"));
    await().atMost(PATIENCE).until(() -> model.questions.get() == 1);
    // Another replica takes over, and dies.
    jdbc.sql(
            "update turns set lease_token = ?, lease_until = now() + interval '2 s' where user_id = ?")
        .params(UUID.randomUUID(), user.userId())
        .update();

    JsonNode message = answer.join().path("assistantMessage");
    assertThat(message.path("content").asString()).isEqualTo("done");
    assertThat(message.path("status").asString()).isEqualTo("COMPLETED");
    assertThat(model.questions).hasValue(2);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(heard.of(MessageAnswered.class, user.userId())).hasSize(1));
  }

  @Test
  void stopKeepsWhatCame() {
    UUID id = Ids.next();
    CompletableFuture<Api.Answer> answer =
        CompletableFuture.supplyAsync(
            () -> user.post("chat/messages", Map.of("id", id, "content", "hang on")));
    await().atMost(PATIENCE).until(() -> model.questions.get() == 1);
    assertThat(user.post("chat/messages/" + id + "/stop", Map.of()).status()).isEqualTo(200);
    JsonNode stopped = answer.join().body().path("assistantMessage");
    assertThat(stopped.path("status").asString()).isEqualTo("STOPPED");
    assertThat(stopped.path("content").asString()).isEqualTo("begun");
    assertThat(Api.newUser(port).post("chat/messages/" + id + "/stop", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void aModelThatFailsIsSaidSo() {
    JsonNode failed = user.say("fail").path("assistantMessage");
    assertThat(failed.path("status").asString()).isEqualTo("FAILED");
  }

  @Test
  void refusesWhatIsNoMessage() {
    for (String content : List.of("", "   ", "x".repeat(16_001), "a\0b")) {
      Api.Answer refused = user.post("chat/messages", Map.of("content", content));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().path("code").asString()).isEqualTo("validation-failed");
      assertThat(refused.body().path("errors").get(0).path("field").asString())
          .isEqualTo("content");
    }
    Map<String, Object> elsewhere =
        Map.of(
            "conversationId",
            Api.newUser(port).say("say mine").path("conversationId").asString(),
            "content",
            "say yours");
    assertThat(user.post("chat/messages", elsewhere).status()).isEqualTo(404);
  }

  @Test
  void conversationsAreListedRenamedAndDeleted() {
    JsonNode said = user.say("say my first words");
    String id = said.path("conversationId").asString();
    JsonNode listed = user.get("chat/conversations").body().path("items");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("title").asString()).isEqualTo("say my first words");
    JsonNode history = user.get("chat/conversations/" + id + "/messages?limit=1").body();
    assertThat(history.path("items").get(0)).isEqualTo(said.path("assistantMessage"));
    String older =
        "chat/conversations/" + id + "/messages?cursor=" + history.path("nextCursor").asString();
    assertThat(user.get(older).body().path("items").get(0)).isEqualTo(said.path("userMessage"));
    assertThat(
            user.call("PATCH", "chat/conversations/" + id, Map.of("title", "Words"))
                .body()
                .path("title")
                .asString())
        .isEqualTo("Words");
    assertThat(Api.newUser(port).get("chat/conversations/" + id).status()).isEqualTo(404);
    assertThat(user.call("DELETE", "chat/conversations/" + id, null).status()).isEqualTo(204);
    assertThat(user.get("chat/conversations/" + id + "/messages").status()).isEqualTo(404);
  }

  private UUID acceptedWhileNobodyAnswers(String content) {
    UUID id = Ids.next();
    CompletableFuture.runAsync(
        () -> user.post("chat/messages", Map.of("id", id, "content", content)));
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql("select assistant_message_id from turns where user_message_id = ?")
                    .param(id)
                    .query(UUID.class)
                    .optional()
                    .orElse(null),
            java.util.Objects::nonNull);
  }

  private void leftBehind(UUID answer, int ordinal, String tool, String text, String status) {
    jdbc.sql(
            "insert into tool_calls (id, message_id, round, ordinal, call_id, name, arguments,"
                + " status, result, created_at) values (?, ?, 0, ?, ?, ?, ?, ?, '{}', now())")
        .params(
            Ids.next(),
            answer,
            ordinal,
            "call_" + ordinal,
            tool,
            "{\"text\":\"" + text + "\"}",
            status)
        .update();
  }

  private String status(UUID message) {
    return jdbc.sql("select status from messages where id = ?")
        .param(message)
        .query(String.class)
        .single();
  }
}
