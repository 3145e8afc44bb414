package app.tdah.chat.assistant;

import app.tdah.chat.assistant.model.Model;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.AdvisorParams;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.stereotype.Component;

/**
 * Asks a model one question and streams its answer. Runs no tools. A provider that keeps failing is
 * left alone for a while.
 */
@Component
class ModelClient {

  /** A rule of thumb, for providers that do not count, and for answers that were stopped. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  private final ProviderBreakers breakers;
  private final ObservationRegistry observations;
  private final TurnProperties properties;

  ModelClient(
      ProviderBreakers breakers, ObservationRegistry observations, TurnProperties properties) {
    this.breakers = breakers;
    this.observations = observations;
    this.properties = properties;
  }

  /** What is asked. */
  record Question(
      List<Message> messages, List<ToolCallback> tools, Map<String, Object> toolContext) {

    /** About how many tokens it has. */
    long tokens() {
      int said =
          messages.stream()
              .mapToInt(message -> Objects.requireNonNullElse(message.getText(), "").length())
              .sum();
      int schemas =
          tools.stream().mapToInt(tool -> tool.getToolDefinition().inputSchema().length()).sum();
      return Math.ceilDiv(said + schemas, CHARACTERS_PER_TOKEN);
    }
  }

  /** What came: text was streamed already. */
  record Reply(
      List<AssistantMessage.ToolCall> toolCalls,
      String model,
      long inputTokens,
      long outputTokens) {}

  /**
   * Returns when the model has said all, or when the turn has ended; the upstream call is cancelled
   * then.
   *
   * @throws ModelFailure when the model does not answer
   */
  Reply ask(Model model, Question question, ActiveTurn turn, Consumer<String> onText) {
    Collector collected = new Collector(model.id(), onText);
    breakers.admit(model);
    try {
      client(model)
          .prompt()
          .options(options(model))
          .messages(question.messages())
          .tools(question.tools().toArray())
          .toolContext(question.toolContext())
          .advisors(AdvisorParams.toolCallingAdvisorAutoRegister(false))
          .stream()
          .chatResponse()
          .timeout(properties.modelSilence())
          .takeUntilOther(turn.whenEnded())
          .doOnNext(collected::accept)
          .blockLast();
      breakers.answered(model);
    } catch (RuntimeException e) {
      breakers.failed(model, e);
      turn.requireLease();
      throw new ModelFailure(e);
    }
    return collected.reply(question);
  }

  private ChatClient client(Model model) {
    return ChatClient.create(model.chatModel(), observations);
  }

  private static ChatOptions.Builder<?> options(Model model) {
    return model.chatModel().getOptions().mutate().model(model.id());
  }

  private static final class Collector {

    private final Consumer<String> onText;
    private final List<AssistantMessage.ToolCall> toolCalls = new ArrayList<>();
    private String model;
    private long input;
    private long output;
    private int characters;

    Collector(String model, Consumer<String> onText) {
      this.model = model;
      this.onText = onText;
    }

    void accept(ChatResponse response) {
      // The last chunk of a stream carries the usage and no result.
      @Nullable AssistantMessage message =
          response.getResults().isEmpty() ? null : response.getResults().getFirst().getOutput();
      if (message != null) {
        toolCalls.addAll(message.getToolCalls());
        String text = Objects.requireNonNullElse(message.getText(), "");
        if (!text.isEmpty()) {
          characters += text.length();
          onText.accept(text);
        }
      }
      count(response.getMetadata());
    }

    private void count(@Nullable ChatResponseMetadata metadata) {
      Usage usage = metadata == null ? null : metadata.getUsage();
      if (usage != null) {
        input = Math.max(input, Objects.requireNonNullElse(usage.getPromptTokens(), 0));
        output = Math.max(output, Objects.requireNonNullElse(usage.getCompletionTokens(), 0));
      }
      if (metadata != null && metadata.getModel() != null && !metadata.getModel().isBlank()) {
        model = metadata.getModel();
      }
    }

    Reply reply(Question question) {
      long in = input > 0 ? input : question.tokens();
      long out = output > 0 ? output : tokens(characters);
      return new Reply(List.copyOf(toolCalls), model, in, out);
    }

    private static long tokens(int characters) {
      return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
    }
  }
}
