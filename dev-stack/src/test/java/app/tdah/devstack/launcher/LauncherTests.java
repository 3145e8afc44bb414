package app.tdah.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.devstack.process.Java;
import app.tdah.devstack.servers.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as {@code ./assistant} runs it, with real servers and eight stand-ins for services.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  static Path home;

  private static final Map<String, String> VARIABLES = new HashMap<>();

  @BeforeAll
  static void makeHome() throws IOException {
    FakeService.install(home);
    List<String> names =
        new ArrayList<>(
            List.of("DB", "REDIS", "KAFKA", "KAFKA_CONTROLLER", "SIMULATOR", "SIMULATOR_SMTP"));
    for (Deployable deployable : Deployable.values()) {
      names.add(deployable.name());
    }
    List<Integer> ports = Ports.free(names.size());
    for (int i = 0; i < names.size(); i++) {
      VARIABLES.put("ASSISTANT_" + names.get(i) + "_PORT", ports.get(i).toString());
    }
  }

  @AfterAll
  static void stop() throws Exception {
    run("down");
  }

  @Test
  @Order(1)
  void namesATakenPort() throws Exception {
    int port = Integer.parseInt(VARIABLES.get("ASSISTANT_CHAT_PORT"));
    try (ServerSocket taken = new ServerSocket(port)) {
      assertThat(run("up", "-d"))
          .contains("✗ Port %d is in use".formatted(taken.getLocalPort()), "ASSISTANT_CHAT_PORT");
    }
  }

  @Test
  @Order(2)
  void startsInTheBackground() throws Exception {
    assertThat(run("up", "-d")).contains("✓ postgres", "✓ analytics-service", "is ready after");
    assertThat(run("status")).containsPattern("chat-service +ready").contains("in all");
    assertThat(run("up", "-d")).contains("already running");
  }

  @Test
  @Order(3)
  void givesEachServiceOnlyItsOwnPassword() throws Exception {
    String chat = environmentOf("CHAT");
    assertThat(chat)
        .contains("ASSISTANT_DB_PASSWORD=", "ASSISTANT_KEYSET_FILE=", "ASSISTANT_OPENAI_BASE_URL=");
    assertThat(chat).doesNotContain("ASSISTANT_TWILIO_AUTH_TOKEN");
    assertThat(environmentOf("SMS")).contains("ASSISTANT_TWILIO_AUTH_TOKEN");
    assertThat(environmentOf("GATEWAY")).doesNotContain("ASSISTANT_DB_PASSWORD");
  }

  @Test
  @Order(4)
  void revivesWhatWasKilled() throws Exception {
    for (String name : List.of("chat-service", "redis", "postgres", "kafka")) {
      long pid = pid(name);
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      await()
          .atMost(PATIENCE)
          .until(() -> pid(name) != pid && run("status").matches("(?s).*" + name + " +ready.*"));
    }
  }

  @Test
  @Order(5)
  void stopsAndStartsASingleComponent() throws Exception {
    assertThat(run("stop", "chat")).contains("chat-service: stopped");
    assertThat(run("status")).containsPattern("chat-service +stopped");
    assertThat(run("start", "chat")).contains("chat-service: ready");
  }

  @Test
  @Order(6)
  void leavesNothingWhenKilledAndKeepsTheData() throws Exception {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("create table kept (id int)");
    }
    List<ProcessHandle> processes = processes();
    long launcher = launcherPid();
    ProcessHandle.of(launcher).orElseThrow().destroyForcibly();
    await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(LauncherTests::runs));
    assertThat(run("up", "-d")).contains("is ready after");
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("drop table kept");
    }
  }

  @Test
  @Order(7)
  void stopsEverything() throws Exception {
    List<ProcessHandle> processes = processes();
    assertThat(processes).hasSize(11);
    assertThat(run("down")).contains("Stopped.");
    assertThat(processes).noneMatch(LauncherTests::runs);
    assertThat(run("down")).contains("Nothing is running.");
  }

  @Test
  @Order(8)
  void saysWhatToDoAboutBrokenData() throws Exception {
    Path version = home.resolve(".data/postgres/PG_VERSION");
    Files.writeString(version, "9");
    assertThat(run("up", "-d")).contains("✗ The database in", "cannot be used", "Move it away");
    Files.writeString(version, "18\n");
  }

  private static boolean runs(ProcessHandle process) {
    try {
      // A killed orphan that nobody reaps stays in the table.
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException e) {
      return false;
    }
  }

  private static Connection connect() throws Exception {
    String password = Files.readString(home.resolve(".data/secrets/svc_chat-password"));
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/assistant".formatted(VARIABLES.get("ASSISTANT_DB_PORT")),
        "svc_chat",
        password);
  }

  private static String environmentOf(String service) throws Exception {
    URI uri =
        URI.create(
            "http://127.0.0.1:%s/environment"
                .formatted(VARIABLES.get("ASSISTANT_" + service + "_PORT")));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  private static long pid(String name) throws IOException {
    Path file = home.resolve(".data/run/" + name + ".pid");
    return Long.parseLong(Files.readString(file).split(" ")[0]);
  }

  private static List<ProcessHandle> processes() throws IOException {
    try (var files = Files.list(home.resolve(".data/run"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pid"))
          .map(LauncherTests::processOf)
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private static Optional<ProcessHandle> processOf(String pidFile) {
    try {
      return ProcessHandle.of(pid(pidFile.replace(".pid", "")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long launcherPid() throws IOException {
    return ProcessHandle.of(pid("redis")).flatMap(ProcessHandle::parent).orElseThrow().pid();
  }

  private static String run(String... arguments) throws Exception {
    List<String> line =
        new ArrayList<>(List.of(Java.program(), "-XX:TieredStopAtLevel=1", "-Xmx128m"));
    line.add("-Dassistant.home=" + home);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(VARIABLES);
    builder.environment().put("ASSISTANT_AOT", "off");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
