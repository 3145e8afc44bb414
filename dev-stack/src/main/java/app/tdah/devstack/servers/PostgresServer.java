package app.tdah.devstack.servers;

import app.tdah.devstack.process.CannotStart;
import app.tdah.devstack.process.Command;
import app.tdah.devstack.process.Component;
import app.tdah.devstack.process.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** PostgreSQL 18 on the loopback address, with passwords; also when we are root. */
public final class PostgresServer implements Component {

  static final String SUPERUSER = PostgresCluster.SUPERUSER;
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
      new PostgresCluster(data, log, passwordFile, durable).create();
    }
    Path version = data.resolve("PG_VERSION");
    if (!Files.exists(version) || !Files.readString(version).strip().equals(MAJOR_VERSION)) {
      throw new CannotStart(
          unusable("it is not a PostgreSQL " + MAJOR_VERSION + " data directory"));
    }
    new PostgresLock(data).release();
  }

  @Override
  public Command command() {
    try {
      return new Command(
          List.of(
              PostgresCluster.program("postgres"),
              "-D",
              data.toString(),
              "-c",
              "config_file=" + configuration()),
          PostgresCluster.ENVIRONMENT,
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

  private String unusable(String reason) {
    return ("The database in %s cannot be used (%s). Move it away, or delete it to start empty;"
            + " the log is %s")
        .formatted(data, reason, log);
  }
}
