package app.tdah.devstack.process;

import java.nio.file.Path;
import java.util.List;

/** The JDK that runs us runs the children as well. */
public final class Java {

  private Java() {}

  /** The {@code java} program. */
  public static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Options that keep a small server small: little heap, little stack, no second compiler. */
  public static List<String> frugal(int heapMegabytes) {
    return List.of(
        "-Xmx" + heapMegabytes + "m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        "-XX:TieredStopAtLevel=1");
  }
}
