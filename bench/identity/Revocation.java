import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Ends sessions and measures how long after the answer the gateway first refuses their tokens, which
 * are in use all the time, and until it closes their socket; started by {@code bench/identity/run}.
 */
final class Revocation {

  private static final int WARM_UP = 20;
  private static final int SESSIONS = 200;
  private static final int USERS = 2; // who use a token at the same time
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Accounts accounts;
  private final String gateway;

  private Revocation(Accounts accounts, String gateway) {
    this.accounts = accounts;
    this.gateway = gateway + "/api/v1/";
  }

  public static void main(String[] args) throws Exception {
    new Revocation(new Accounts(args[0], args[1]), args[2]).run();
  }

  private void run() throws Exception {
    String email = accounts.person(0);
    List<Long> nanos = new ArrayList<>();
    List<Long> sockets = new ArrayList<>();
    int late = 0;
    for (int i = 0; i < WARM_UP + SESSIONS; i++) {
      // A new one each time: the access token that ends the others must not expire.
      String owner = Accounts.field("accessToken", accounts.login(email));
      Ended ended = end(owner, Accounts.field("accessToken", accounts.login(email)));
      if (i >= WARM_UP) {
        nanos.add(ended.nanos());
        sockets.add(ended.socketNanos());
        late += ended.late();
      }
    }
    System.out.printf("%n%d sessions ended; requests let in though sent later: %d%n%n", SESSIONS, late);
    System.out.println("| after the answer | p50 | p99 | longest |");
    System.out.println("|---|---|---|---|");
    print("next request refused", nanos);
    print("socket closed", sockets);
  }

  private static void print(String what, List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    Measured all = new Measured(sorted, 1);
    System.out.printf(
        "| %s | %.1f ms | %.1f ms | %.1f ms |%n",
        what, all.millis(0.5), all.millis(0.99), all.millis(1));
  }

  private Ended end(String owner, String victim) throws Exception {
    String path = "sessions/" + sessionOf(victim);
    CompletableFuture<Long> closed = openSocket(victim);
    CountDownLatch inUse = new CountDownLatch(USERS);
    try (ExecutorService threads = Executors.newFixedThreadPool(USERS)) {
      List<Future<List<Answer>>> users = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        users.add(threads.submit(use(victim, inUse)));
      }
      inUse.await();
      // session-service knows a session when its event has come.
      int status = send("DELETE", path, owner);
      for (long start = System.nanoTime(); status == 404 && isWithinPatience(start); ) {
        Thread.sleep(20);
        status = send("DELETE", path, owner);
      }
      long answered = System.nanoTime();
      if (status != 204) {
        throw new IllegalStateException(path + ": " + status);
      }
      long refused = Long.MAX_VALUE;
      int late = 0;
      for (Future<List<Answer>> user : users) {
        for (Answer answer : user.get()) {
          if (answer.status() == 401) {
            refused = Math.min(refused, answer.received());
          } else if (answer.sent() > answered) {
            late++;
          }
        }
      }
      if (refused == Long.MAX_VALUE) {
        throw new IllegalStateException("never refused");
      }
      long socket = closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS) - answered;
      return new Ended(Math.max(0, refused - answered), Math.max(0, socket), late);
    }
  }

  /** Sends one request after the other until one is refused. */
  private Callable<List<Answer>> use(String token, CountDownLatch inUse) {
    return () -> {
      List<Answer> answers = new ArrayList<>();
      int status = 200;
      for (long start = System.nanoTime(); status != 401 && isWithinPatience(start); ) {
        long sent = System.nanoTime();
        status = send("GET", "sessions?limit=1", token);
        answers.add(new Answer(status, sent, System.nanoTime()));
        if (status != 200 && status != 401) {
          throw new IllegalStateException("answered " + status);
        }
        inUse.countDown();
      }
      return answers;
    };
  }

  /** When the server closed the socket. */
  private CompletableFuture<Long> openSocket(String token) throws Exception {
    CompletableFuture<Void> connected = new CompletableFuture<>();
    CompletableFuture<Long> closed = new CompletableFuture<>();
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            connected.complete(null);
            return WebSocket.Listener.super.onText(socket, text, last);
          }

          @Override
          public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(System.nanoTime());
            return null;
          }

          @Override
          public void onError(WebSocket socket, Throwable error) {
            closed.complete(System.nanoTime());
          }
        };
    URI uri = URI.create(gateway.replaceFirst("^http", "ws").replace("/api/v1/", "/ws"));
    http.newWebSocketBuilder()
        .subprotocols("v12.stomp", "bearer." + token)
        .buildAsync(uri, listener)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .sendText("CONNECT\naccept-version:1.2\nhost:bench\nheart-beat:0,0\n\n\0", true);
    connected.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return closed;
  }

  private static boolean isWithinPatience(long start) {
    return System.nanoTime() - start < PATIENCE.toNanos();
  }

  private int send(String method, String path, String token) throws Exception {
    return http.send(
            HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String sessionOf(String token) {
    return Accounts.field(
        "sid", new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
  }

  private record Answer(int status, long sent, long received) {}

  /**
   * How it went.
   *
   * @param nanos from the answer that the session is ended to the first refusal
   * @param socketNanos from there to the end of the socket
   * @param late requests that were sent after that answer and yet let in
   */
  private record Ended(long nanos, long socketNanos, int late) {}
}
