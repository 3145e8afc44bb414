package app.tdah.devstack.servers;

import app.tdah.devstack.process.CannotStart;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The jars of our own class path that a Kafka node needs, and no others. */
final class KafkaClasspath {

  private static final List<String> PREFIXES =
      List.of(
          "kafka",
          "scala-",
          "jackson-",
          "snakeyaml-",
          "slf4j-api-",
          "logback-",
          "log4j-api-",
          "zstd-jni-",
          "lz4-java-",
          "snappy-java-",
          "caffeine-",
          "commons-validator-",
          "commons-logging-",
          "re2j-",
          "jose4j-",
          "argparse4j-",
          "jopt-simple-",
          "metrics-core-",
          "HdrHistogram-",
          "hash4j-",
          "pcollections-");

  private KafkaClasspath() {}

  static String current() {
    String jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> isNeeded(Path.of(entry)))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    if (!jars.contains("kafka_2.13")) {
      throw new CannotStart("Kafka is not on the class path.");
    }
    return jars;
  }

  private static boolean isNeeded(Path entry) {
    Path name = entry.getFileName();
    return name != null && PREFIXES.stream().anyMatch(name.toString()::startsWith);
  }
}
