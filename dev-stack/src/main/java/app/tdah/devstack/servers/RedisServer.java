package app.tdah.devstack.servers;

import app.tdah.devstack.process.CannotStart;
import app.tdah.devstack.process.Command;
import app.tdah.devstack.process.Component;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Redis (or Valkey) on the loopback address, with an append-only file. */
public final class RedisServer implements Component {

  private static final int TIMEOUT_MILLIS = 1000;

  private final int port;
  private final Path data;
  private final Path log;
  private final String password;

  /** A server for this data directory; an empty password means none. */
  public RedisServer(int port, Path data, Path log, String password) {
    this.port = port;
    this.data = data.toAbsolutePath();
    this.log = log.toAbsolutePath();
    this.password = password;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void prepare() throws IOException {
    Directories.makePrivate(data);
    String text =
        """
        # Written at every start.
        bind 127.0.0.1
        port %d
        dir "%s"
        daemonize no
        save ""
        appendonly yes
        appendfsync everysec
        aof-load-truncated yes
        maxmemory-policy noeviction
        """
            .formatted(port, data);
    Files.writeString(
        configuration(), password.isEmpty() ? text : text + "requirepass " + password + "\n");
  }

  @Override
  public Command command() {
    try {
      return Command.of(
          List.of(Binaries.redis().toString(), configuration().toString()), Map.of(), log);
    } catch (IOException e) {
      throw new CannotStart("redis cannot be unpacked: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean ready() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      String request = (password.isEmpty() ? "" : "AUTH " + password + "\r\n") + "PING\r\nQUIT\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.US_ASCII).contains("+PONG");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<String> remedy(List<String> lastLines) {
    return lastLines.reversed().stream()
        .filter(line -> line.contains("append only file") || line.contains("Fatal"))
        .findFirst()
        .map(line ->
            ("The data in %s cannot be used (%s). Move it away, or delete it: everybody signs in"
                    + " again, nothing else is lost.")
                .formatted(data, line.replaceFirst("^.*# ", "")));
  }

  private Path configuration() {
    return data.resolve("redis.conf");
  }
}
