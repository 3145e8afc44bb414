package app.tdah.devstack.simulator.openai;

import app.tdah.devstack.simulator.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages and tools of a request, read leniently as the vendor does. */
record Conversation(List<JsonNode> messages, List<Tool> tools, JsonNode toolChoice) {

  /** A function that the caller offers, with the JSON Schema of its parameters. */
  record Tool(String name, JsonNode parameters) {
    boolean nameHas(String... words) {
      String lower = name.toLowerCase(Locale.ROOT);
      for (String word : words) {
        if (!lower.contains(word)) {
          return false;
        }
      }
      return true;
    }
  }

  static Conversation of(ObjectNode request) {
    JsonNode messages = request.path("messages");
    if (!messages.isArray() || messages.isEmpty()) {
      throw OpenAiError.invalid(
          "messages", "Invalid 'messages': expected an array with at least one message.");
    }
    for (JsonNode message : messages) {
      if (!message.path("role").isString()) {
        throw OpenAiError.invalid("messages", "Missing required parameter: 'messages[].role'.");
      }
    }
    List<Tool> tools = new ArrayList<>();
    for (JsonNode tool : request.path("tools")) {
      JsonNode function = tool.path("function");
      if (!function.path("name").isString()) {
        throw OpenAiError.invalid("tools", "Missing required parameter: 'tools[].function.name'.");
      }
      tools.add(new Tool(function.path("name").stringValue(), function.path("parameters")));
    }
    return new Conversation(messages.valueStream().toList(), tools, request.path("tool_choice"));
  }

  JsonNode last() {
    return messages.getLast();
  }

  /** What the person said last. */
  String lastUserText() {
    return messages.reversed().stream()
        .filter(message -> message.path("role").asString("").equals("user"))
        .map(Conversation::text)
        .findFirst()
        .orElse("");
  }

  /** The content of a message, whether it is a string or an array of parts. */
  static String text(JsonNode message) {
    JsonNode content = message.path("content");
    if (content.isArray()) {
      return content
          .valueStream()
          .map(part -> part.path("text").asString(""))
          .collect(Collectors.joining("\n"));
    }
    return content.isString() ? content.stringValue() : "";
  }

  int tokens() {
    int tokens = 3;
    for (JsonNode message : messages) {
      tokens += 4 + Reply.tokens(text(message)) + Reply.tokens(calls(message));
    }
    for (Tool tool : tools) {
      tokens += Reply.tokens(tool.name() + tool.parameters());
    }
    return tokens;
  }

  private static String calls(JsonNode message) {
    JsonNode calls = message.path("tool_calls");
    return calls.isArray() ? Json.MAPPER.writeValueAsString(calls) : "";
  }
}
