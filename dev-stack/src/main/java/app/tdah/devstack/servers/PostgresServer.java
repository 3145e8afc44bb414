package app.tdah.devstack.servers;

import app.tdah.devstack.process.CannotStart;
import app.tdah.devstack.process.ChildProcess;
import app.tdah.devstack.process.Command;
import app.tdah.devstack.process.Component;
import app.tdah.devstack.process.StopSignal;
import app.tdah.devstack.process.Unprivileged;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** PostgreSQL 18 on the loopback address, with passwords; also when we are root. */
public final class PostgresServer implements Component {

  static final String SUPERUSER = "postgres";
  private static final String INVALID_PASSWORD = "28P01";
  private static final String MAJOR_VERSION = "18";

  private final int port;
  private final Path data;
  private final Path log;
  private final Path passwordFile;
  private final boolean durable;

  /**
   * A server for this data directory.
   *
   * @param passwordFile has the superuser's password
   * @param durable whether a commit waits for the disk; off in tests only
   */
  public PostgresServer(int port, Path data, Path log, Path passwordFile, boolean durable) {
    this.port = port;
    this.data = data.toAbsolutePath();
    this.log = log.toAbsolutePath();
    this.passwordFile = passwordFile.toAbsolutePath();
    this.durable = durable;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    if (Directories.isEmpty(data)) {
      initialise();
    }
    Path version = data.resolve("PG_VERSION");
    if (!Files.exists(version) || !Files.readString(version).strip().equals(MAJOR_VERSION)) {
      throw new CannotStart(
          unusable("it is not a PostgreSQL " + MAJOR_VERSION + " data directory"));
    }
    endPredecessor();
  }

  @Override
  public Command command() {
    try {
      return new Command(
          List.of(
              program("postgres"), "-D", data.toString(), "-c", "config_file=" + configuration()),
          ENVIRONMENT,
          log,
          StopSignal.INT,
          true);
    } catch (IOException e) {
      throw new CannotStart("postgres cannot be configured: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean ready() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      if (INVALID_PASSWORD.equals(e.getSQLState())) {
        throw new CannotStart(
            "The password in %s is not that of the data in %s: put the old file back, or delete both."
                .formatted(passwordFile, data),
            e);
      }
      return false;
    }
  }

  @Override
  public Optional<String> remedy(List<String> lastLines) {
    return lastLines.reversed().stream()
        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
        .findFirst()
        .map(line -> unusable(line.replaceFirst(".*(FATAL|PANIC): +", "")));
  }

  /** A connection of the superuser. */
  Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", superuserPassword());
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "30");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), properties);
  }

  private String superuserPassword() {
    try {
      return Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw new CannotStart("The password file %s cannot be read.".formatted(passwordFile), e);
    }
  }

  private static final Map<String, String> ENVIRONMENT = environment();

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TZ", "UTC");
    return environment;
  }

  /** Beside the data, so that an unfinished attempt is never taken for a database. */
  private void initialise() throws IOException, InterruptedException {
    Path fresh = data.resolveSibling(data.getFileName() + ".new");
    Directories.delete(fresh);
    Directories.makePrivate(fresh);
    List<String> line = new ArrayList<>(Unprivileged.prefix());
    line.addAll(List.of(program("initdb"), "-D", fresh.toString(), "-U", SUPERUSER));
    line.addAll(
        List.of("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    line.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
    line.add(durable ? "--data-checksums" : "--no-sync");
    Files.createDirectories(log.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(ENVIRONMENT);
    if (builder.start().waitFor() != 0) {
      throw new CannotStart(
          "PostgreSQL could not make its data directory %s: see %s".formatted(fresh, log));
    }
    Files.deleteIfExists(data);
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private String configuration() throws IOException {
    String text =
        """
        # Written at every start.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 150
        shared_buffers = 64MB
        io_method = sync
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        log_line_prefix = '%%m [%%p] %%u '
        password_encryption = 'scram-sha-256'
        fsync = %s
        synchronous_commit = %s
        full_page_writes = %s
        """
            .formatted(port, onOff(durable), onOff(durable), onOff(durable));
    Path file = data.resolve("assistant.conf");
    Files.writeString(file, text);
    return file.toString();
  }

  private static String onOff(boolean value) {
    return value ? "on" : "off";
  }

  /**
   * Ends a server that a killed launcher left on this data, and removes its lock file when the
   * process id in there is another program's by now.
   */
  private void endPredecessor() throws IOException, InterruptedException {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
    if (isOurServer(pid)) {
      ChildProcess.signal(pid, StopSignal.INT.name());
      for (int i = 0; i < 200 && isOurServer(pid); i++) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } else {
      Files.deleteIfExists(lock);
    }
  }

  private boolean isOurServer(long pid) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return new String(line, StandardCharsets.UTF_8).contains(data.toString());
    } catch (IOException e) {
      return false;
    }
  }

  private String program(String name) throws IOException {
    return Binaries.postgres().resolve("bin").resolve(name).toString();
  }

  private String unusable(String reason) {
    return ("The database in %s cannot be used (%s). Move it away, or delete it to start empty;"
            + " the log is %s")
        .formatted(data, reason, log);
  }
}
