package app.tdah.devstack.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Stands in for a service's jar: lets itself be taken apart as Spring Boot's do, and serves its
 * readiness. Uses no other class, so that its jar is just this one.
 */
final class FakeService {

  private FakeService() {}

  /** Puts the eight jars where a build would. */
  static void install(Path home) throws IOException {
    for (Deployable deployable : Deployable.values()) {
      Path target = Files.createDirectories(home.resolve(deployable.module()).resolve("target"));
      write(target.resolve(deployable.module() + ".jar"), deployable);
    }
  }

  private static void write(Path jar, Deployable deployable) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    String entry = FakeService.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new JarEntry(entry));
      try (var in = FakeService.class.getResourceAsStream("/" + entry)) {
        in.transferTo(out);
      }
      out.putNextEntry(new JarEntry("name"));
      out.write(deployable.name().getBytes(StandardCharsets.UTF_8));
    }
  }

  public static void main(String[] args) throws IOException {
    Path jar = Path.of(System.getProperty("java.class.path"));
    if (System.getProperty("jarmode") != null) {
      Path destination = Files.createDirectories(Path.of(args[2]));
      Files.copy(jar, destination.resolve(jar.getFileName()));
      return;
    }
    if (System.getProperty("spring.context.exit") != null) {
      return;
    }
    String name;
    try (var in = FakeService.class.getResourceAsStream("/name")) {
      name = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int port = Integer.parseInt(System.getenv("ASSISTANT_" + name + "_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/actuator/health/readiness",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.createContext(
        "/environment",
        exchange -> {
          byte[] body =
              String.join("\n", System.getenv().entrySet().stream().map(String::valueOf).toList())
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }
}
