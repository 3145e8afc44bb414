package app.tdah.devstack.simulator;

import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Plays the suite: takes webhooks and keeps those whose signature Twilio's own library accepts. */
final class Suite implements AutoCloseable {
  final List<Map<String, String>> received = new CopyOnWriteArrayList<>();
  final List<String> forged = new CopyOnWriteArrayList<>();
  volatile int status = 200;
  volatile String answer = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
  private final HttpServer server;

  Suite(String authToken) throws IOException {
    RequestValidator validator = new RequestValidator(authToken);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Map<String, String> form = form(body);
          String url = url(exchange.getRequestURI().toString()).toString();
          String signature = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
          if (validator.validate(url, form, signature)) {
            received.add(form);
          } else {
            forged.add(url);
          }
          exchange.getResponseHeaders().set("Content-Type", "text/xml");
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  List<String> all(String parameter) {
    return received.stream().map(form -> form.getOrDefault(parameter, "")).toList();
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
