package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import app.tdah.devstack.process.Java;
import app.tdah.devstack.servers.Directories;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * A service's jar, taken apart into {@code target/app}: that starts in three quarters of the time,
 * and only so can the JDK keep an AOT cache for it. A jar with the same content is left as it is,
 * since the cache is bound to the very files.
 */
final class Application {

  private final Path jar;
  private final Path directory;
  private final String name;

  Application(Path home, Deployable deployable) {
    this.name = deployable.module();
    Path target = home.resolve(name).resolve("target");
    this.jar = target.resolve(name + ".jar");
    this.directory = target.resolve("app");
  }

  /** Takes the jar apart if it has changed. */
  void prepare() throws IOException, InterruptedException {
    if (!Files.exists(jar)) {
      throw new CannotStart("%s is not built: %s is missing.".formatted(name, jar));
    }
    Path stamp = directory.resolve("stamp");
    List<String> known = Files.exists(stamp) ? Files.readAllLines(stamp) : List.of("", "");
    String file = identity();
    if (known.getFirst().equals(file)) {
      return;
    }
    String content = checksum();
    if (!known.getLast().equals(content)) {
      takeApart();
    }
    Files.write(stamp, List.of(file, content));
  }

  private void takeApart() throws IOException, InterruptedException {
    Path fresh = directory.resolveSibling("app.new");
    Directories.delete(fresh);
    Process extraction =
        new ProcessBuilder(
                Java.program(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                fresh.toString())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    if (extraction.waitFor() != 0) {
      throw new CannotStart("%s cannot be taken apart: build it again.".formatted(jar));
    }
    Directories.delete(directory);
    Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The command line, with more options for the JVM. */
  List<String> commandLine(List<String> options) {
    List<String> line = new ArrayList<>(List.of(Java.program()));
    line.addAll(options);
    line.addAll(List.of("-jar", directory.resolve(name + ".jar").toString()));
    return line;
  }

  /** Where the AOT cache for this JDK and these options is or would be. */
  Path aotCache(List<String> options) {
    String key = System.getProperty("java.vm.version") + options;
    return directory.resolve(String.format(Locale.ROOT, "%08x.aot", key.hashCode()));
  }

  /** Changes whenever the file is written, unlike the reproducible build's time stamp. */
  private String identity() throws IOException {
    Map<String, Object> attributes = Files.readAttributes(jar, "unix:ino,ctime,size");
    return new TreeMap<>(attributes).toString();
  }

  private String checksum() throws IOException {
    CRC32C checksum = new CRC32C();
    try (var in = Files.newInputStream(jar)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        checksum.update(buffer, 0, n);
      }
    }
    return Long.toHexString(checksum.getValue()) + "-" + Files.size(jar);
  }
}
