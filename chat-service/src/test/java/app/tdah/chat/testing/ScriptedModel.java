package app.tdah.chat.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does what the first word of the message says: {@code say …}, {@code note …} (calls the tool and
 * then says "noted"), {@code recall} (repeats what it was told, system message aside), {@code hang
 * …} (says a word and then nothing, but answers the second time), {@code fail}.
 */
public final class ScriptedModel implements ChatModel {

  /** Questions that were asked. */
  public final AtomicInteger questions = new AtomicInteger();

  @Override
  public ChatResponse call(Prompt prompt) {
    throw new UnsupportedOperationException("only streams");
  }

  @Override
  public ChatOptions getOptions() {
    return ToolCallingChatOptions.builder().model("scripted").build();
  }

  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    questions.incrementAndGet();
    Message last = prompt.getInstructions().getLast();
    if (last instanceof ToolResponseMessage) {
      return words("noted");
    }
    String[] said = last.getText().split(" ", 2);
    return switch (said[0]) {
      case "say" -> words(said[1]);
      case "note" -> Flux.just(wish(said[1]));
      case "hang" ->
          questions.get() == 1 ? Flux.concat(words("begun"), Mono.never()) : words("done");
      case "recall" -> words(recalled(prompt));
      case "slow" -> words("one two three four five six").delayElements(Duration.ofMillis(100));
      default -> Flux.error(new IllegalStateException("told to fail"));
    };
  }

  private static String recalled(Prompt prompt) {
    List<Message> told = prompt.getInstructions();
    return told.subList(1, told.size()).stream()
        .map(Message::getText)
        .collect(java.util.stream.Collectors.joining("|"));
  }

  private static Flux<ChatResponse> words(String text) {
    List<String> words = Arrays.asList(text.split("(?<= )"));
    ChatResponse usage =
        new ChatResponse(
            List.of(),
            ChatResponseMetadata.builder()
                .model("scripted")
                .usage(new DefaultUsage(11, words.size()))
                .build());
    return Flux.fromIterable(words)
        .map(word -> new ChatResponse(List.of(new Generation(new AssistantMessage(word)))))
        .concatWithValues(usage);
  }

  private static ChatResponse wish(String text) {
    AssistantMessage.ToolCall call =
        new AssistantMessage.ToolCall(
            "call_" + UUID.randomUUID(), "function", "note", "{\"text\":\"" + text + "\"}");
    return new ChatResponse(
        List.of(
            new Generation(
                AssistantMessage.builder().content("").toolCalls(List.of(call)).build())));
  }

  /** A tool whose effect is a row. */
  public static final class NoteTool {

    private final JdbcClient jdbc;

    NoteTool(JdbcClient jdbc) {
      this.jdbc = jdbc;
      jdbc.sql("create table if not exists notes (text text not null)").update();
    }

    @Tool(name = "note", description = "Writes something down.")
    public String note(String text) {
      jdbc.sql("insert into notes (text) values (?)").param(text).update();
      if (text.contains("wrong")) {
        throw new IllegalArgumentException("wrong");
      }
      return "{\"noted\":true}";
    }

    /** How often this was written down. */
    public long count(String text) {
      return jdbc.sql("select count(*) from notes where text = ?")
          .param(text)
          .query(Long.class)
          .single();
    }
  }

  /** Replaces the local model. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {

    @Bean
    ScriptedModel scriptedModel() {
      return new ScriptedModel();
    }

    @Bean
    NoteTool noteTool(JdbcClient jdbc) {
      return new NoteTool(jdbc);
    }

    @Bean
    ToolCallbackProvider noteTools(NoteTool tool) {
      return () -> ToolCallbacks.from(tool);
    }

    @Bean
    Heard heard() {
      return new Heard();
    }
  }
}
