package app.tdah.user.push;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A push service on loopback that keeps what it is sent and answers as it is told to. */
public final class TestPushService implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, List<Received>> received = new ConcurrentHashMap<>();
  private final Queue<Answer> answers = new ArrayDeque<>();

  public TestPushService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
          String path = exchange.getRequestURI().getPath();
          Answer answer = next();
          if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
          }
          received
              .computeIfAbsent(path, any -> new CopyOnWriteArrayList<>())
              .add(new Received(headers, body, answer.status()));
          exchange.sendResponseHeaders(answer.status(), -1);
          exchange.close();
        });
    server.start();
  }

  /** The address of a new subscription. */
  public String endpoint() {
    return origin() + "/" + UUID.randomUUID();
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next requests are answered so, in this order; all others with 201. */
  public synchronized void answer(int status, String retryAfter) {
    answers.add(new Answer(status, retryAfter));
  }

  public List<Received> at(String endpoint) {
    return received.getOrDefault(endpoint.substring(origin().length()), List.of());
  }

  private synchronized Answer next() {
    Answer next = answers.poll();
    return next == null ? new Answer(201, null) : next;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** A request, and what it was answered with. */
  public record Received(Map<String, String> headers, byte[] body, int status) {}

  private record Answer(int status, String retryAfter) {}
}
