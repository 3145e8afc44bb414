package app.tdah.devstack.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An operation of an OpenAPI document, and what may be wrong in a request for it. */
record FuzzTarget(String method, String template, JsonNode operation, JsonNode document) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String JSON_TYPE = "application/json";

  private static final List<String> BODIES =
      List.of(
          "",
          "{",
          "null",
          "[]",
          "{}",
          "\"text\"",
          "0",
          "{\"a\":",
          "{\"a\":NaN}",
          "\u0000",
          "[".repeat(3000),
          "{\"a\":".repeat(3000));

  private static final List<String> VALUES =
      List.of(
          "null",
          "0",
          "-1",
          "1e400",
          "9223372036854775808",
          "true",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000b@example.com\"",
          "\"\\ud800\"",
          "\"\\u202e\\ud83d\\ude00\"",
          "\"1' or '1'='1\"",
          "\"../../etc/passwd\"",
          "\"2026-13-45T99:99:99Z\"",
          "\"+999999999-01-01T00:00:00Z\"",
          "\"" + "x".repeat(5000) + "\"",
          "[]",
          "[null]",
          "{}",
          "{\"a\":{\"b\":[1]}}");

  private static final List<String> WORDS =
      List.of(
          "x",
          "",
          "-1",
          "0",
          "99999999999999999999",
          "\u0000",
          "\uD83D\uDE00",
          "1' or '1'='1",
          "%",
          "2026-13-45",
          "a".repeat(3000));

  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "If-Match", List.of("x", "*", "\"99999999999999999999\"", "W/\"1\"", "\"\""),
          "Idempotency-Key", List.of("x", "k".repeat(2000)),
          "Accept", List.of("application/xml", "nonsense", "*/*;q=x"),
          "Accept-Language", List.of("xx-XX-xx;q=9", "*", "a".repeat(500)),
          "Authorization", List.of("Bearer", "Bearer x", "Basic eDp4", "Bearer a.b.c"));

  /** One request; the name says what is wrong with it. */
  record Attempt(String name, String path, Map<String, String> headers, @Nullable String body) {}

  List<Attempt> attempts() {
    List<Attempt> attempts = new ArrayList<>();
    bodies(attempts);
    parameters(attempts);
    HEADERS.forEach((header, values) ->
        values.forEach(value ->
            attempts.add(
                new Attempt(
                    header + ": " + value, path(Map.of()), headers(header, value), sample()))));
    return attempts;
  }

  private void bodies(List<Attempt> attempts) {
    JsonNode schema = bodySchema();
    if (schema == null) {
      return;
    }
    for (String body : BODIES) {
      attempts.add(new Attempt("body", path(Map.of()), headers(), body));
    }
    for (String type :
        List.of("text/plain", "application/xml", "nonsense", "multipart/form-data")) {
      attempts.add(
          new Attempt("type " + type, path(Map.of()), Map.of("Content-Type", type), sample()));
    }
    for (var property : resolve(schema).path("properties").properties()) {
      for (String value : VALUES) {
        ObjectNode body = (ObjectNode) JSON.readTree(sample());
        body.put(property.getKey(), "@@");
        String text = body.toString().replace("\"@@\"", value);
        attempts.add(new Attempt(property.getKey() + "=" + value, path(Map.of()), headers(), text));
      }
      ObjectNode without = (ObjectNode) JSON.readTree(sample());
      without.remove(property.getKey());
      attempts.add(
          new Attempt(
              "without " + property.getKey(), path(Map.of()), headers(), without.toString()));
    }
  }

  private void parameters(List<Attempt> attempts) {
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.path("name").asString();
      for (String word : WORDS) {
        switch (parameter.path("in").asString()) {
          case "path" -> {
            // The server in front refuses an encoded NUL in a path, before the service is asked.
            if (!word.isEmpty() && !word.contains("\u0000")) {
              attempts.add(
                  new Attempt(name + "=" + word, path(Map.of(name, word)), headers(), sample()));
            }
          }
          case "query" ->
              attempts.add(
                  new Attempt(
                      name + "=" + word,
                      path(Map.of()) + "?" + name + "=" + OpenApiFuzz.encoded(word),
                      headers(),
                      sample()));
          default -> {
            // Headers have attempts of their own.
          }
        }
      }
    }
  }

  private String path(Map<String, String> values) {
    String path = template;
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asString().equals("path")) {
        String name = parameter.path("name").asString();
        boolean id = parameter.path("schema").path("format").asString("").equals("uuid");
        String value = values.getOrDefault(name, id ? OpenApiFuzz.someId() : "unknown");
        path = path.replace("{" + name + "}", OpenApiFuzz.encoded(value));
      }
    }
    return path;
  }

  private Map<String, String> headers() {
    return bodySchema() == null ? Map.of() : Map.of("Content-Type", JSON_TYPE);
  }

  private Map<String, String> headers(String name, String value) {
    Map<String, String> headers = new HashMap<>(headers());
    headers.put(name, value);
    return headers;
  }

  private @Nullable JsonNode bodySchema() {
    JsonNode schema = operation.path("requestBody").path("content").path(JSON_TYPE).path("schema");
    return schema.isMissingNode() ? null : schema;
  }

  /** A body of the right shape; its values mean nothing. */
  private @Nullable String sample() {
    JsonNode schema = bodySchema();
    if (schema == null) {
      return null;
    }
    JsonNode made = made(schema, 0);
    return made.isObject() ? made.toString() : "{}";
  }

  private JsonNode made(JsonNode schema, int depth) {
    JsonNode it = resolve(schema);
    if (it.has("enum")) {
      return it.path("enum").get(0);
    }
    if (depth > 4) {
      return JSON.nullNode();
    }
    return switch (it.path("type").asString("object")) {
      case "integer", "number" -> JSON.valueToTree(1);
      case "boolean" -> JSON.valueToTree(true);
      case "array" -> JSON.createArrayNode().add(made(it.path("items"), depth + 1));
      case "string" -> JSON.valueToTree(text(it.path("format").asString("")));
      default -> {
        ObjectNode object = JSON.createObjectNode();
        for (var property : it.path("properties").properties()) {
          object.set(property.getKey(), made(property.getValue(), depth + 1));
        }
        yield object;
      }
    };
  }

  private static String text(String format) {
    return switch (format) {
      case "uuid" -> OpenApiFuzz.someId();
      case "date-time" -> "2026-11-23T10:00:00Z";
      case "date" -> "2026-11-23";
      default -> "text";
    };
  }

  private JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty()
        ? schema
        : document
            .path("components")
            .path("schemas")
            .path(reference.substring(reference.lastIndexOf('/') + 1));
  }
}
