package app.tdah.devstack.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

/**
 * How {@code ./assistant status} and the like reach the running launcher: a loopback port whose
 * number and password are in a file that only the owner may read. One line in, lines out.
 */
final class Control implements AutoCloseable {

  /** What the launcher does for a command. */
  interface Commands {
    void run(String command, String argument, PrintStream out) throws InterruptedException;
  }

  private final ServerSocket server;
  private final Path file;
  private final String password = UUID.randomUUID().toString();
  private final Commands commands;

  private Control(ServerSocket server, Path file, Commands commands) {
    this.server = server;
    this.file = file;
    this.commands = commands;
  }

  static Control listen(Path file, Commands commands) throws IOException {
    ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Control control = new Control(server, file, commands);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, server.getLocalPort() + " " + control.password);
    Thread.ofPlatform().daemon().name("control").start(control::serve);
    return control;
  }

  /** Sends a command to the running launcher and prints its answer; false when none runs. */
  static boolean send(Path file, String command, String argument, PrintStream out)
      throws IOException {
    Optional<Socket> connection = connect(file);
    if (connection.isEmpty()) {
      return false;
    }
    String password = Files.readString(file).strip().split(" ")[1];
    try (Socket socket = connection.get()) {
      PrintStream request = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
      request.println(String.join(" ", password, command, argument).strip());
      reader(socket).lines().forEach(out::println);
    }
    return true;
  }

  private static Optional<Socket> connect(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String[] parts = Files.readString(file).strip().split(" ");
    try {
      return Optional.of(new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(parts[0])));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // the launcher is gone and left its file
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofPlatform().daemon().name("control-command").start(() -> answer(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket;
        PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
      String line = reader(socket).readLine();
      String[] parts = (line == null ? "" : line).split(" ", 3);
      if (parts.length > 1 && isPassword(parts[0])) {
        commands.run(parts[1], parts.length > 2 ? parts[2] : "", out);
      }
    } catch (IOException e) {
      // the client went away: nobody to tell
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isPassword(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(file);
  }
}
