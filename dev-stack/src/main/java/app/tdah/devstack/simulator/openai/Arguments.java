package app.tdah.devstack.simulator.openai;

import app.tdah.devstack.simulator.http.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills a tool's JSON Schema with something valid: the person's words where a text belongs. */
final class Arguments {
  private static final List<String> FOR_TEXT =
      List.of("text", "content", "title", "summary", "name", "query", "input", "description");

  private Arguments() {}

  static ObjectNode of(JsonNode schema, String text) {
    ObjectNode arguments = Json.object();
    List<String> required =
        schema.path("required").valueStream().map(name -> name.asString("")).toList();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      if (required.contains(name) || (required.isEmpty() && FOR_TEXT.contains(name))) {
        arguments.set(name, value(name, property.getValue(), text));
      }
    }
    return arguments;
  }

  private static JsonNode value(String name, JsonNode schema, String text) {
    if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
      return schema.path("enum").get(0);
    }
    JsonNode type = schema.path("type");
    return switch ((type.isArray() && !type.isEmpty() ? type.get(0) : type).asString("string")) {
      case "integer", "number" ->
          Json.MAPPER.valueToTree(Math.max(1, schema.path("minimum").asInt(1)));
      case "boolean" -> Json.MAPPER.valueToTree(true);
      case "array" -> Json.array();
      case "object" -> of(schema, text);
      default -> Json.MAPPER.valueToTree(string(name, schema, text));
    };
  }

  private static String string(String name, JsonNode schema, String text) {
    return switch (schema.path("format").asString("")) {
      case "date" -> "2030-01-01";
      case "date-time" -> "2030-01-01T09:00:00Z";
      default -> FOR_TEXT.contains(name) || !name.endsWith("Id") ? text : "";
    };
  }
}
