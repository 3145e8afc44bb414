package app.tdah.devstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a process is started.
 *
 * @param arguments program and arguments
 * @param environment added to our own environment
 * @param log receives standard output and error, appended
 * @param stopSignal asks for an orderly end; also sent by the kernel when we die
 * @param unprivileged run without root's identity, also when we are root
 */
public record Command(
    List<String> arguments,
    Map<String, String> environment,
    Path log,
    StopSignal stopSignal,
    boolean unprivileged) {

  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** An ordinary program that ends on TERM. */
  public static Command of(List<String> arguments, Map<String, String> environment, Path log) {
    return new Command(arguments, environment, log, StopSignal.TERM, false);
  }
}
