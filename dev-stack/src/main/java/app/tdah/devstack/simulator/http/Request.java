package app.tdah.devstack.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** One request, with the variables of the route that matched it. */
public final class Request {
  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  private final HttpExchange exchange;
  private final Map<String, String> variables;
  private @Nullable String body;

  Request(HttpExchange exchange, Map<String, String> variables) {
    this.exchange = exchange;
    this.variables = variables;
  }

  public String path() {
    return exchange.getRequestURI().getPath();
  }

  /** The part of the path that stands for {@code {name}} in the route, decoded. */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no variable " + name);
    }
    return value;
  }

  public Parameters query() {
    return parameters(exchange.getRequestURI().getRawQuery(), "query");
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** The token of {@code Authorization: Bearer …}. */
  public Optional<String> bearer() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip())
        .filter(token -> !token.isEmpty());
  }

  public Parameters form() {
    return parameters(body(), "body");
  }

  /** The body as a JSON object; anything else is the caller's mistake. */
  public ObjectNode json() {
    try {
      if (Json.MAPPER.readTree(body()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw Problem.malformed("The body is not valid JSON.");
    }
    throw Problem.malformed("The body must be a JSON object.");
  }

  private String body() {
    if (body == null) {
      try {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
          throw Problem.tooLarge();
        }
        body = new String(bytes, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return body;
  }

  private static Parameters parameters(@Nullable String encoded, String where) {
    try {
      return Parameters.parse(encoded);
    } catch (IllegalArgumentException e) {
      throw Problem.malformed("The " + where + " has a broken percent escape.");
    }
  }
}
