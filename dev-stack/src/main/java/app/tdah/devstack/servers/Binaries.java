package app.tdah.devstack.servers;

import app.tdah.devstack.process.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The servers' programs: those on the PATH where that is as good, else unpacked once from the jars
 * into the user's cache directory.
 */
final class Binaries {

  private static final int OWNER_EXECUTES = 0100;
  private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

  private Binaries() {}

  /** The directory that has PostgreSQL's {@code bin} and {@code share}. */
  static Path postgres() throws IOException {
    return unpacked(
        ARM ? "/postgres-linux-arm_64v8.txz" : "/postgres-linux-x86_64.txz", Binaries::untar);
  }

  /** A Redis or Valkey server. */
  static Path redis() throws IOException {
    Optional<Path> installed = onPath("valkey-server").or(() -> onPath("redis-server"));
    if (installed.isPresent()) {
      return installed.get();
    }
    String name = ARM ? "redis-server-7.0.15-linux-arm64" : "redis-server-7.0.15-linux-amd64";
    return unpacked("/" + name, Binaries::copyProgram).resolve("redis-server");
  }

  private static Optional<Path> onPath(String program) {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path unpacked(String resource, Unpacker unpacker) throws IOException {
    URL url = Binaries.class.getResource(resource);
    if (url == null) {
      throw new CannotStart(
          "There is no %s in the build: the embedded servers need Linux on x86-64."
              .formatted(resource.substring(1)));
    }
    Path target = cache().resolve(nameOf(url));
    if (Files.exists(target)) {
      return target;
    }
    Files.createDirectories(cache());
    Path fresh = Files.createTempDirectory(cache(), "unpacking-");
    try (InputStream in = new BufferedInputStream(url.openStream())) {
      unpacker.unpack(in, fresh);
    }
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      Directories.delete(fresh); // another process was faster
      if (!Files.exists(target)) {
        throw e;
      }
    }
    return target;
  }

  private static Path cache() {
    String home = System.getenv("XDG_CACHE_HOME");
    Path cache =
        home == null || home.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(home);
    return cache.resolve("personal-assistant-tdah");
  }

  /** The jar's name, which has the version, and the resource's. */
  private static String nameOf(URL url) {
    List<String> parts = new ArrayList<>(List.of(url.getPath().split("/")));
    String resource = parts.removeLast();
    return parts.getLast().replace(".jar!", "") + "-" + resource.replace(".txz", "");
  }

  private static void copyProgram(InputStream in, Path target) throws IOException {
    Path program = target.resolve("redis-server");
    Files.copy(in, program);
    executable(program);
  }

  private static void untar(InputStream in, Path target) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            executable(file);
          }
        }
      }
    }
  }

  private static void executable(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    Files.setPosixFilePermissions(file, permissions);
  }

  private interface Unpacker {
    void unpack(InputStream in, Path target) throws IOException;
  }
}
