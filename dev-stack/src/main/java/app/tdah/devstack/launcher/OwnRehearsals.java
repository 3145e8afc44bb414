package app.tdah.devstack.launcher;

import app.tdah.devstack.process.Command;
import app.tdah.devstack.process.Java;
import app.tdah.devstack.servers.Directories;
import app.tdah.devstack.servers.Ports;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The AOT caches of Kafka and of the launcher itself. Both are made by starting the servers and the
 * simulator once more, on free ports and with empty data, and stopping them.
 */
final class OwnRehearsals {

  /** The launcher's own command for that; more arguments are options for Kafka's JVM. */
  static final String COMMAND = "rehearse";

  private static final List<String> PORTS =
      List.of("DB", "REDIS", "KAFKA", "KAFKA_CONTROLLER", "SIMULATOR", "SIMULATOR_SMTP");

  private final Settings settings;
  private final Path directory;

  OwnRehearsals(Settings settings) {
    this.settings = settings;
    this.directory = settings.home().resolve("dev-stack").resolve("target").resolve("aot");
  }

  /** Kafka's option for the cache, if there is one. */
  List<String> kafkaOptions() throws IOException {
    Path cache = kafkaCache();
    return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
  }

  List<Rehearsal> all() throws IOException {
    List<Rehearsal> rehearsals = new ArrayList<>();
    Path kafka = kafkaCache();
    rehearsals.add(
        rehearsal(
            "kafka", kafka, List.of(), List.of("-XX:AOTCacheOutput=" + Rehearsal.fresh(kafka))));
    String launcher = System.getProperty("assistant.aot-cache", "");
    if (!launcher.isEmpty()) {
      Path cache = Path.of(launcher);
      rehearsals.add(
          rehearsal(
              "launcher",
              cache,
              List.of("-XX:AOTCacheOutput=" + Rehearsal.fresh(cache)),
              List.of()));
    }
    return rehearsals;
  }

  /** What {@link #COMMAND} does. */
  static void rehearse(Settings settings, List<String> kafkaOptions)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("assistant-rehearsal");
    Map<String, String> variables = new HashMap<>();
    variables.put("ASSISTANT_DATA_DIR", data.toString());
    List<Integer> ports = Ports.free(PORTS.size());
    for (int i = 0; i < ports.size(); i++) {
      variables.put("ASSISTANT_" + PORTS.get(i) + "_PORT", ports.get(i).toString());
    }
    Console silent =
        new Console(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    Suite suite =
        new Suite(new Settings(settings.home(), variables), List.of(), kafkaOptions, silent);
    try {
      suite.start();
    } finally {
      suite.stop();
      Directories.delete(data);
    }
  }

  private Rehearsal rehearsal(
      String name, Path cache, List<String> ownOptions, List<String> kafkaOptions) {
    List<String> line = new ArrayList<>(List.of(Java.program()));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-XX:AOT"))
        .forEach(line::add);
    line.addAll(ownOptions);
    line.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), COMMAND));
    line.addAll(kafkaOptions);
    Command command = Command.of(line, Map.of(), settings.log("aot-training"));
    return new Rehearsal(name, cache, Rehearsal.fresh(cache), command);
  }

  /** The cache is bound to the JDK and to the very jars. */
  private Path kafkaCache() throws IOException {
    StringBuilder key = new StringBuilder(System.getProperty("java.vm.version"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      if (Files.isRegularFile(jar)
          && jar.startsWith(settings.home().resolve("dev-stack/target/lib"))) {
        key.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
      }
    }
    return directory.resolve(
        String.format(Locale.ROOT, "kafka-%08x.aot", key.toString().hashCode()));
  }
}
