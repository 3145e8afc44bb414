package app.tdah.e2e;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A STOMP 1.2 client on {@code /ws} that writes down every event it gets. */
final class Socket implements WebSocket.Listener, AutoCloseable {

  private static final String END = "\0";

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder frame = new StringBuilder();
  private @Nullable WebSocket socket;

  private Socket() {}

  /** Connects, subscribes, and asks for what came after {@code lastSeq} when it is not negative. */
  static Socket open(Person person, long lastSeq) {
    Socket client = new Socket();
    URI uri = URI.create(Suite.URL.toString().replaceFirst("^http", "ws") + "/ws");
    WebSocket socket =
        Suite.http()
            .newWebSocketBuilder()
            .subprotocols("v12.stomp", "bearer." + person.accessToken())
            .buildAsync(uri, client)
            .orTimeout(10, TimeUnit.SECONDS)
            .join();
    client.socket = socket;
    client.send(
        "CONNECT", Map.of("accept-version", "1.2", "host", "test", "heart-beat", "0,0"), "");
    client.connected.orTimeout(10, TimeUnit.SECONDS).join();
    client.send("SUBSCRIBE", Map.of("id", "0", "destination", "/user/queue/events"), "");
    if (lastSeq >= 0) {
      client.send(
          "SEND",
          Map.of("destination", "/app/resume", "content-type", "application/json"),
          "{\"lastSeq\":" + lastSeq + "}");
    }
    return client;
  }

  void say(Object message) {
    send(
        "SEND",
        Map.of("destination", "/app/messages", "content-type", "application/json"),
        Suite.JSON.writeValueAsString(message));
  }

  List<JsonNode> events() {
    return events;
  }

  long lastSeq() {
    return events.stream().mapToLong(event -> event.path("seq").asLong()).max().orElse(-1);
  }

  JsonNode awaitEvent(String type, Predicate<JsonNode> matches) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                events.stream()
                    .filter(event -> event.path("type").asString().equals(type))
                    .filter(event -> matches.test(event.path("data")))
                    .findFirst()
                    .orElse(null),
            Objects::nonNull);
  }

  CompletableFuture<Integer> closed() {
    return closed;
  }

  private void send(String command, Map<String, String> headers, String body) {
    StringBuilder text = new StringBuilder(command).append('\n');
    headers.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    Objects.requireNonNull(socket)
        .sendText(text.append('\n').append(body).append(END), true)
        .join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    frame.append(data);
    for (int end = frame.indexOf(END); end >= 0; end = frame.indexOf(END)) {
      received(frame.substring(0, end).stripLeading());
      frame.delete(0, end + 1);
    }
    webSocket.request(1);
    return null;
  }

  private void received(String text) {
    if (text.startsWith("CONNECTED")) {
      connected.complete(null);
    } else if (text.startsWith("MESSAGE")) {
      events.add(Suite.JSON.readTree(text.substring(text.indexOf("\n\n") + 2)));
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    connected.completeExceptionally(error);
    closed.complete(1006);
  }

  @Override
  public void close() {
    Objects.requireNonNull(socket).abort();
  }
}
