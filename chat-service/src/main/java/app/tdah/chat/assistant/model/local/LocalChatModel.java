package app.tdah.chat.assistant.model.local;

import app.tdah.chat.assistant.model.Model;
import app.tdah.chat.assistant.tools.ToolScope;
import app.tdah.chat.language.Interpreter;
import app.tdah.chat.language.Said;
import app.tdah.chat.language.ToolRequest;
import app.tdah.chat.language.Understanding;
import app.tdah.chat.language.Understanding.Clarify;
import app.tdah.chat.language.Understanding.Commands;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.observation.ChatModelObservationDocumentation;
import org.springframework.ai.chat.observation.DefaultChatModelObservationConvention;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link ChatModel} by rules: the last thing that the user said, read in its conversation,
 * decides which of the offered tools are called, and what they return is put into words. The same
 * prompt always gets the same answer.
 */
@Component
class LocalChatModel implements ChatModel {

  static final String NAME = Model.LOCAL;

  private static final Pattern WORD_ENDS = Pattern.compile("(?<=\\s)(?=\\S)");
  private static final int CHARACTERS_PER_TOKEN = 4;

  private final JsonMapper json;
  private final ObservationRegistry observations;

  LocalChatModel(JsonMapper json, ObservationRegistry observations) {
    this.json = json;
    this.observations = observations;
  }

  @Override
  public ChatOptions getOptions() {
    return ToolCallingChatOptions.builder().model(NAME).build();
  }

  @Override
  public ChatResponse call(Prompt prompt) {
    ChatModelObservationContext context =
        ChatModelObservationContext.builder().prompt(prompt).provider(NAME).build();
    return Objects.requireNonNull(
        ChatModelObservationDocumentation.CHAT_MODEL_OPERATION
            .observation(
                null, new DefaultChatModelObservationConvention(), () -> context, observations)
            .observe(() -> {
              AssistantMessage answer = answer(prompt);
              ChatResponse response =
                  new ChatResponse(List.of(new Generation(answer)), usage(prompt, answer));
              context.setResponse(response);
              return response;
            }));
  }

  /** Word by word; what it took comes last, without a result, as other providers do. */
  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    return Flux.defer(() -> {
      ChatResponse whole = call(prompt);
      AssistantMessage answer = whole.getResults().getFirst().getOutput();
      ChatResponse end = new ChatResponse(List.of(), whole.getMetadata());
      if (answer.hasToolCalls()) {
        return Flux.just(new ChatResponse(List.of(new Generation(answer))), end);
      }
      return Flux.fromArray(WORD_ENDS.split(Objects.requireNonNullElse(answer.getText(), "")))
          .map(word -> new ChatResponse(List.of(new Generation(new AssistantMessage(word)))))
          .concatWithValues(end);
    });
  }

  private AssistantMessage answer(Prompt prompt) {
    if (!(prompt.getOptions() instanceof ToolCallingChatOptions options)) {
      throw new IllegalStateException("the local model needs a tool context");
    }
    ToolScope scope = ToolScope.of(Objects.requireNonNull(options.getToolContext()));
    List<Message> said = prompt.getInstructions();
    int question = lastQuestion(said);
    Understanding understood =
        Interpreter.interpret(
            text(said.get(question)), scope.locale(), scope.now(), before(said, question));
    List<ToolResponse> results =
        said.subList(question + 1, said.size()).stream()
            .filter(ToolResponseMessage.class::isInstance)
            .flatMap(message -> ((ToolResponseMessage) message).getResponses().stream())
            .toList();
    Set<String> tools = offered(options);
    return answer(
        understood, results, tools, new Answer(understood.language(), scope.now(), json, tools));
  }

  /** Calls what is offered; says so where something is not. */
  private AssistantMessage answer(
      Understanding understood, List<ToolResponse> results, Set<String> tools, Answer answer) {
    List<ToolRequest> wanted = wanted(understood);
    List<ToolRequest> possible =
        wanted.stream().filter(request -> tools.contains(request.name())).toList();
    boolean lacking = possible.size() < wanted.size();
    if (results.isEmpty() && !possible.isEmpty() && understood instanceof Commands) {
      return AssistantMessage.builder().content("").toolCalls(calls(possible)).build();
    }
    if (results.isEmpty()) {
      return new AssistantMessage(lacking ? answer.cannot() : answer.without(understood));
    }
    Stream<String> said = results.stream().map(answer::to);
    return new AssistantMessage(
        (lacking ? Stream.concat(said, Stream.of(answer.cannot())) : said)
            .collect(Collectors.joining("\n")));
  }

  private static List<ToolRequest> wanted(Understanding understood) {
    return switch (understood) {
      case Commands commands -> commands.requests();
      case Clarify question -> List.of(question.request());
      default -> List.of();
    };
  }

  private static Set<String> offered(ToolCallingChatOptions options) {
    return Objects.requireNonNullElse(options.getToolCallbacks(), List.<ToolCallback>of()).stream()
        .map(tool -> tool.getToolDefinition().name())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Said> before(List<Message> said, int question) {
    return said.subList(0, question).stream()
        .filter(message -> message instanceof UserMessage || message instanceof AssistantMessage)
        .map(message -> new Said(message instanceof UserMessage, text(message)))
        .filter(message -> !message.text().isBlank())
        .toList();
  }

  private static String text(Message message) {
    return Objects.requireNonNullElse(message.getText(), "");
  }

  private List<AssistantMessage.ToolCall> calls(List<ToolRequest> requests) {
    List<AssistantMessage.ToolCall> calls = new ArrayList<>();
    for (ToolRequest request : requests) {
      calls.add(
          new AssistantMessage.ToolCall(
              "call_" + (calls.size() + 1),
              "function",
              request.name(),
              json.writeValueAsString(request.arguments())));
    }
    return calls;
  }

  private static int lastQuestion(List<Message> said) {
    for (int i = said.size() - 1; i >= 0; i--) {
      if (said.get(i) instanceof UserMessage) {
        return i;
      }
    }
    throw new IllegalArgumentException("nobody said anything");
  }

  /**
   * Counted by a rule of thumb, of what the user said and what is answered: nothing else is read.
   */
  private static ChatResponseMetadata usage(Prompt prompt, AssistantMessage answer) {
    int read =
        prompt.getInstructions().stream()
            .filter(message -> message.getMessageType() == MessageType.USER)
            .reduce((first, second) -> second)
            .map(message -> Objects.requireNonNullElse(message.getText(), "").length())
            .orElse(0);
    int written =
        Objects.requireNonNullElse(answer.getText(), "").length()
            + answer.getToolCalls().stream()
                .mapToInt(call -> call.name().length() + call.arguments().length())
                .sum();
    return ChatResponseMetadata.builder()
        .model(NAME)
        .usage(new DefaultUsage(tokens(read), tokens(written)))
        .build();
  }

  private static int tokens(int characters) {
    return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
  }
}
