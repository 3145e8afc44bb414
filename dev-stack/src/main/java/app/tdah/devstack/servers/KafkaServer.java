package app.tdah.devstack.servers;

import app.tdah.devstack.process.CannotStart;
import app.tdah.devstack.process.Command;
import app.tdah.devstack.process.Component;
import app.tdah.devstack.process.Java;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka node, broker and controller in one, in a JVM of its own on the loopback address. */
public final class KafkaServer implements Component {

  private static final int TIMEOUT_MILLIS = 500;
  private static final int HEAP_MEGABYTES = 256;
  private static final Pattern BROKEN_DATA =
      Pattern.compile("KafkaStorageException|InconsistentClusterId|meta\\.properties|[Cc]orrupt");

  private final int port;
  private final int controllerPort;
  private final Path data;
  private final Path log;
  private final List<String> jvmOptions;

  /** A node for this data directory, with more options for its JVM. */
  public KafkaServer(int port, int controllerPort, Path data, Path log, List<String> jvmOptions) {
    this.port = port;
    this.controllerPort = controllerPort;
    this.data = data.toAbsolutePath();
    this.log = log.toAbsolutePath();
    this.jvmOptions = List.copyOf(jvmOptions);
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public int port() {
    return port;
  }

  /** Where clients connect. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("server.properties"), properties());
    Files.writeString(data.resolve("logback.xml"), LOGBACK);
    if (!Files.exists(storage().resolve("meta.properties"))) {
      if (!Directories.isEmpty(storage())) {
        throw new CannotStart(unusable("meta.properties is missing"));
      }
      format();
    }
  }

  @Override
  public Command command() {
    List<String> line = new ArrayList<>(List.of(Java.program()));
    line.addAll(Java.frugal(HEAP_MEGABYTES));
    line.add("--enable-native-access=ALL-UNNAMED");
    line.addAll(jvmOptions);
    line.add("-Dlogback.configurationFile=" + data.resolve("logback.xml"));
    line.addAll(List.of("-cp", KafkaClasspath.current(), "kafka.Kafka"));
    line.add(data.resolve("server.properties").toString());
    return Command.of(line, Map.of(), log);
  }

  @Override
  public boolean ready() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<String> remedy(List<String> lastLines) {
    return lastLines.reversed().stream()
        .filter(BROKEN_DATA.asPredicate())
        .findFirst()
        .map(line -> unusable(line.strip()));
  }

  private Path storage() {
    return data.resolve("log");
  }

  private void format() throws IOException {
    Files.createDirectories(storage());
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(storage().toString())
          .addDirectory(storage().toString())
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CannotStart("Kafka could not make its data directory %s.".formatted(storage()), e);
    }
  }

  private String properties() {
    return """
    # Written at every start.
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    inter.broker.listener.name=PLAINTEXT
    log.dirs=%3$s
    auto.create.topics.enable=false
    num.partitions=6
    num.network.threads=2
    num.io.threads=4
    num.recovery.threads.per.data.dir=2
    log.segment.bytes=67108864
    log.index.size.max.bytes=1048576
    log.cleaner.dedupe.buffer.size=16777216
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=6
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=6
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    # A killed broker comes back as soon as its old registration has ended.
    broker.session.timeout.ms=3000
    broker.heartbeat.interval.ms=500
    """
        .formatted(port, controllerPort, storage());
  }

  private String unusable(String reason) {
    return "The data in %s cannot be used (%s). Move it away, or delete it; the log is %s"
        .formatted(data, reason, log);
  }

  private static final String LOGBACK =
      """
      <configuration>
        <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{20} %msg%n</pattern></encoder>
        </appender>
        <root level="WARN"><appender-ref ref="OUT"/></root>
      </configuration>
      """;
}
