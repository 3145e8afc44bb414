package app.tdah.chat.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of {@code /ws} that keeps every event it gets. */
public final class StompSocket implements WebSocket.Listener, AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder received = new StringBuilder();
  private WebSocket socket;

  private StompSocket() {}

  /** Connects and subscribes; a negative {@code lastSeq} resumes nothing. */
  public static StompSocket open(int port, String token, long lastSeq) {
    StompSocket client = new StompSocket();
    client.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("v12.stomp", "bearer." + token)
            .buildAsync(URI.create("ws://localhost:" + port + "/ws"), client)
            .orTimeout(10, TimeUnit.SECONDS)
            .join();
    client.frame("CONNECT\naccept-version:1.2\nhost:test\nheart-beat:0,0\n\n");
    client.connected.orTimeout(10, TimeUnit.SECONDS).join();
    client.frame("SUBSCRIBE\nid:events\ndestination:/user/queue/events\n\n");
    if (lastSeq >= 0) {
      client.send("/app/resume", "{\"lastSeq\":" + lastSeq + "}");
    }
    return client;
  }

  public void send(String destination, String json) {
    frame("SEND\ndestination:" + destination + "\ncontent-type:application/json\n\n" + json);
  }

  public String protocol() {
    return socket.getSubprotocol();
  }

  public List<JsonNode> events() {
    return events;
  }

  public List<JsonNode> events(String type) {
    return events.stream().filter(event -> event.path("type").asString().equals(type)).toList();
  }

  public JsonNode await(String type) {
    return Objects.requireNonNull(
        org.awaitility.Awaitility.await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> events(type).stream().findFirst().orElse(null), Objects::nonNull));
  }

  public List<Long> seqs() {
    return events.stream().map(event -> event.path("seq").asLong()).toList();
  }

  public int awaitClose(Duration atMost) {
    return closed.orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private void frame(String text) {
    socket.sendText(text + "\0", true).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    received.append(data);
    for (int end = received.indexOf("\0"); end >= 0; end = received.indexOf("\0")) {
      String text = received.substring(0, end).stripLeading();
      received.delete(0, end + 1);
      if (text.startsWith("CONNECTED")) {
        connected.complete(null);
      } else if (text.startsWith("MESSAGE")) {
        events.add(JSON.readTree(text.substring(text.indexOf("\n\n") + 2)));
      }
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.complete(1006);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
