package app.tdah.devstack.servers;

import app.tdah.devstack.process.ChildProcess;
import app.tdah.devstack.process.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The lock file that a server which was killed, or whose launcher was, leaves in its data. */
record PostgresLock(Path data) {

  private static final int ATTEMPTS = 200;
  private static final int PAUSE_MILLIS = 50;

  /**
   * Ends a server that still runs on the data; removes the lock when the process id in there is
   * nobody's, or another program's by now, which PostgreSQL would not dare to.
   */
  void release() throws IOException, InterruptedException {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return;
    }
    List<String> lines = Files.readAllLines(lock);
    String pid = lines.isEmpty() ? "" : lines.getFirst().strip();
    if (!isOurServer(pid)) {
      Files.deleteIfExists(lock);
      return;
    }
    ChildProcess.signal(Long.parseLong(pid), StopSignal.INT.name());
    for (int i = 0; i < ATTEMPTS && isOurServer(pid); i++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean isOurServer(String pid) {
    if (!pid.matches("[0-9]+")) {
      return false;
    }
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", pid, "cmdline"));
      return new String(line, StandardCharsets.UTF_8).contains(data.toString());
    } catch (IOException e) {
      return false;
    }
  }
}
