package app.tdah.chat.assistant;

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
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.stereotype.Component;

/** Asks the configured model one question and streams its answer. Runs no tools. */
@Component
class ModelClient {

  /** A rule of thumb, for providers that do not count, and for answers that were stopped. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  private final ChatClient client;
  private final String modelName;
  private final TurnProperties properties;

  ModelClient(ChatClient.Builder client, ChatModel model, TurnProperties properties) {
    this.client = client.build();
    this.modelName = name(model);
    this.properties = properties;
  }

  /** What is asked. */
  record Question(
      List<Message> messages, List<ToolCallback> tools, Map<String, Object> toolContext) {}

  /** What came: text was streamed already. */
  record Reply(
      List<AssistantMessage.ToolCall> toolCalls,
      String model,
      long inputTokens,
      long outputTokens) {}

  String modelName() {
    return modelName;
  }

  /**
   * Returns when the model has said all, or when the turn has ended; the upstream call is cancelled
   * then.
   *
   * @throws ModelFailure when the model does not answer
   */
  Reply ask(Question question, ActiveTurn turn, Consumer<String> onText) {
    Collector collected = new Collector(onText);
    try {
      client
          .prompt()
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
    } catch (RuntimeException e) {
      turn.requireLease();
      throw new ModelFailure(e);
    }
    return collected.reply(question);
  }

  private static String name(ChatModel model) {
    ChatOptions options = model.getOptions();
    String name = options == null ? null : options.getModel();
    return name == null ? "unknown" : name;
  }

  private final class Collector {

    private final Consumer<String> onText;
    private final List<AssistantMessage.ToolCall> toolCalls = new ArrayList<>();
    private String model = modelName;
    private long input;
    private long output;
    private int characters;

    Collector(Consumer<String> onText) {
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
      long in = input > 0 ? input : tokens(length(question.messages()));
      long out = output > 0 ? output : tokens(characters);
      return new Reply(List.copyOf(toolCalls), model, in, out);
    }

    private static int length(List<Message> messages) {
      return messages.stream()
          .mapToInt(message -> Objects.requireNonNullElse(message.getText(), "").length())
          .sum();
    }

    private static long tokens(int characters) {
      return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
    }
  }
}
