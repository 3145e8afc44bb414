package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import app.tdah.devstack.process.Java;
import app.tdah.devstack.servers.Directories;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

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
    Path stamp = directory.resolve("content.sha256");
    String content = sha256(jar);
    if (Files.exists(stamp) && Files.readString(stamp).equals(content)) {
      return;
    }
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
    Files.writeString(fresh.resolve("content.sha256"), content);
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

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (var in = Files.newInputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
