package app.tdah.devstack.launcher;

import app.tdah.devstack.process.Command;
import java.nio.file.Path;

/**
 * A run of a JVM of ours that makes its AOT cache.
 *
 * @param name whose cache it is
 * @param cache where the cache is or will be: another place after every change that would make a
 *     cache useless
 * @param fresh where the run is to write it
 * @param command the run, which ends by itself
 */
record Rehearsal(String name, Path cache, Path fresh, Command command) {

  static Path fresh(Path cache) {
    return cache.resolveSibling(cache.getFileName() + ".new");
  }
}
