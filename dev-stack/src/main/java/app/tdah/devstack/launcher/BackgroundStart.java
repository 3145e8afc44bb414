package app.tdah.devstack.launcher;

import app.tdah.devstack.process.Java;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code up -d}: starts the launcher in the background and follows it until all is healthy. */
final class BackgroundStart {

  private final Settings settings;

  BackgroundStart(Settings settings) {
    this.settings = settings;
  }

  /** Returns whether the suite became healthy. */
  boolean run(List<String> arguments) throws IOException, InterruptedException {
    Path log = settings.log("launcher");
    Files.createDirectories(log.getParent());
    Files.deleteIfExists(log);
    Files.createFile(log);
    Files.deleteIfExists(settings.data(Launcher.READY_FILE));
    Process launcher =
        new ProcessBuilder(commandLine(arguments))
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start();
    Thread interrupted = new Thread(launcher::destroy);
    Runtime.getRuntime().addShutdownHook(interrupted);
    boolean ready = follow(launcher, log);
    if (ready) {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
    return ready;
  }

  private boolean follow(Process launcher, Path log) throws IOException, InterruptedException {
    try (RandomAccessFile lines = new RandomAccessFile(log.toFile(), "r")) {
      while (true) {
        boolean ready = Files.exists(settings.data(Launcher.READY_FILE));
        boolean alive = launcher.isAlive();
        copy(lines);
        if (ready || !alive) {
          return ready;
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  private static void copy(RandomAccessFile lines) throws IOException {
    byte[] fresh = new byte[Math.toIntExact(lines.length() - lines.getFilePointer())];
    lines.readFully(fresh);
    System.out.print(new String(fresh, StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static List<String> commandLine(List<String> arguments) {
    List<String> line = new ArrayList<>(List.of("setsid", Java.program()));
    line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(arguments);
    return line;
  }
}
