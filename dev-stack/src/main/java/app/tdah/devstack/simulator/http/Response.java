package app.tdah.devstack.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response: either bytes, or a stream that is written while the client listens. */
public final class Response {
  /** Writes a body piece by piece; throwing cuts the connection. */
  @FunctionalInterface
  public interface Stream {
    void writeTo(OutputStream out) throws IOException;
  }

  private final int status;
  private final Map<String, String> headers;
  private final byte[] bytes;
  private final @Nullable Stream stream;

  private Response(int status, Map<String, String> headers, byte[] bytes, @Nullable Stream stream) {
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
    this.stream = stream;
  }

  public static Response json(int status, Object body) {
    return text(status, "application/json", Json.MAPPER.writeValueAsString(body));
  }

  public static Response html(int status, String body) {
    return text(status, "text/html; charset=utf-8", body);
  }

  public static Response empty(int status) {
    return new Response(status, Map.of(), new byte[0], null);
  }

  public static Response redirect(String location) {
    return empty(302).with("Location", location);
  }

  public static Response stream(String contentType, Stream stream) {
    return new Response(200, Map.of("Content-Type", contentType), new byte[0], stream);
  }

  private static Response text(int status, String contentType, String body) {
    return new Response(
        status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8), null);
  }

  /** The same response with one header set. */
  public Response with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Response(status, all, bytes, stream);
  }

  void sendTo(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    if (stream != null) {
      exchange.sendResponseHeaders(status, 0);
      stream.writeTo(exchange.getResponseBody());
    } else if (bytes.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
