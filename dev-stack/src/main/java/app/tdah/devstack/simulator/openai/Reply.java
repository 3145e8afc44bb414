package app.tdah.devstack.simulator.openai;

import app.tdah.devstack.simulator.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What the model answers: a text, or a call of one tool. */
sealed interface Reply {
  String finishReason();

  /** The message of a complete answer. */
  ObjectNode message();

  /** The same answer as the deltas of a stream, the first with the role. */
  List<ObjectNode> deltas();

  /** Roughly what a tokenizer would count. */
  int tokens();

  static int tokens(String text) {
    return Math.ceilDiv(text.length(), 4);
  }

  /** A text, streamed word by word. */
  record Text(String content) implements Reply {
    @Override
    public String finishReason() {
      return "stop";
    }

    @Override
    public ObjectNode message() {
      ObjectNode message = Json.object().put("role", "assistant").put("content", content);
      message.putNull("refusal").putArray("annotations");
      return message;
    }

    @Override
    public List<ObjectNode> deltas() {
      List<ObjectNode> deltas = new ArrayList<>();
      deltas.add(Json.object().put("role", "assistant").put("content", "").putNull("refusal"));
      for (String word : content.split("(?<=\\s)")) {
        deltas.add(Json.object().put("content", word));
      }
      return deltas;
    }

    @Override
    public int tokens() {
      return Reply.tokens(content);
    }
  }

  /** A call, its arguments streamed in pieces as they are "written". */
  record ToolCall(String id, String name, String arguments) implements Reply {
    private static final int PIECE = 8;

    ToolCall(String name, String arguments) {
      this("call_" + UUID.randomUUID().toString().replace("-", ""), name, arguments);
    }

    @Override
    public String finishReason() {
      return "tool_calls";
    }

    @Override
    public ObjectNode message() {
      ObjectNode message = Json.object().put("role", "assistant").putNull("content");
      message.putArray("tool_calls").add(call(arguments));
      message.putNull("refusal").putArray("annotations");
      return message;
    }

    @Override
    public List<ObjectNode> deltas() {
      List<ObjectNode> deltas = new ArrayList<>();
      ObjectNode first = Json.object().put("role", "assistant").putNull("content");
      first.putArray("tool_calls").add(call("").put("index", 0));
      deltas.add(first.putNull("refusal"));
      for (int from = 0; from < arguments.length(); from += PIECE) {
        ObjectNode delta = Json.object();
        delta
            .putArray("tool_calls")
            .addObject()
            .put("index", 0)
            .putObject("function")
            .put(
                "arguments", arguments.substring(from, Math.min(from + PIECE, arguments.length())));
        deltas.add(delta);
      }
      return deltas;
    }

    @Override
    public int tokens() {
      return Reply.tokens(name + arguments);
    }

    private ObjectNode call(String text) {
      ObjectNode call = Json.object().put("id", id).put("type", "function");
      call.putObject("function").put("name", name).put("arguments", text);
      return call;
    }
  }
}
