package app.tdah.devstack.servers;

import app.tdah.devstack.process.CannotStart;
import app.tdah.devstack.process.Unprivileged;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a data directory with {@code initdb}: UTF-8, checksums, and passwords from the first
 * moment.
 */
record PostgresCluster(Path data, Path log, Path passwordFile, boolean durable) {

  static final String SUPERUSER = "postgres";
  static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC");

  /** Works beside the data, so that an unfinished attempt is never taken for a database. */
  void create() throws IOException, InterruptedException {
    Path fresh = data.resolveSibling(data.getFileName() + ".new");
    Directories.delete(fresh);
    Directories.makePrivate(fresh);
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(commandLine(fresh))
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

  private List<String> commandLine(Path directory) throws IOException {
    List<String> line = new ArrayList<>(Unprivileged.prefix());
    line.addAll(List.of(program("initdb"), "-D", directory.toString(), "-U", SUPERUSER));
    line.addAll(
        List.of("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    line.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
    line.add(durable ? "--data-checksums" : "--no-sync");
    return line;
  }

  static String program(String name) throws IOException {
    return Binaries.postgres().resolve("bin").resolve(name).toString();
  }
}
