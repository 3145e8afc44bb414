package app.tdah.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A service behind the gateway that answers everything and remembers what it was asked. What asks
 * with {@code ?crowd} is answered once {@link #CROWD} have come.
 */
final class Backend implements AutoCloseable {

  static final int CROWD = 60;

  private final CountDownLatch crowd = new CountDownLatch(CROWD);
  final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final HttpServer server;

  Backend() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    if ("crowd".equals(exchange.getRequestURI().getQuery())) {
      awaitCrowd();
    } else {
      asked.add(new Asked(exchange.getRequestURI(), exchange.getRequestHeaders()));
    }
    byte[] body = "{\"from\":\"backend\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void awaitCrowd() throws IOException {
    crowd.countDown();
    try {
      if (!crowd.await(20, TimeUnit.SECONDS)) {
        throw new IOException("the others did not come");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Asked next() throws InterruptedException {
    Asked next = asked.poll(5, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("the gateway did not forward the request");
    }
    return next;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  record Asked(URI uri, Headers headers) {}
}
