package app.tdah.devstack.testing;

import app.tdah.devstack.process.Component;
import app.tdah.devstack.process.RunningComponent;
import app.tdah.devstack.servers.Directories;
import app.tdah.devstack.servers.KafkaServer;
import app.tdah.devstack.servers.KafkaTopics;
import app.tdah.devstack.servers.Ports;
import app.tdah.devstack.servers.PostgresServer;
import app.tdah.devstack.servers.Provisioning;
import app.tdah.devstack.servers.RedisServer;
import app.tdah.devstack.servers.Schema;
import app.tdah.devstack.servers.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this JVM's tests, on free ports, with data in a directory that goes at the end.
 */
public final class TestServers {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static @Nullable TestServers running;

  private final Secrets secrets;
  private final List<RunningComponent> components;
  private final Path directory;

  private TestServers(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    this.secrets = new Secrets(directory.resolve("secrets"));
    List<Integer> ports = Ports.free(4);
    Path log = directory.resolve("servers.log");
    PostgresServer postgres =
        new PostgresServer(
            ports.get(0),
            directory.resolve("postgres"),
            log,
            secrets.passwordFile("postgres"),
            false);
    RedisServer redis = new RedisServer(ports.get(1), directory.resolve("redis"), log, "");
    KafkaServer kafka =
        new KafkaServer(ports.get(2), ports.get(3), directory.resolve("kafka"), log, List.of());
    this.components = start(List.of(postgres, redis, kafka));
    new Provisioning(postgres)
        .apply(
            Arrays.stream(Schema.values())
                .collect(Collectors.toMap(Function.identity(), this::password)));
    KafkaTopics.create(kafka.bootstrap(), PATIENCE);
  }

  /** Starts them with the first call. */
  public static synchronized TestServers running() {
    TestServers servers = running;
    if (servers == null) {
      try {
        servers = new TestServers(Files.createTempDirectory("assistant-test"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(servers::stop));
      running = servers;
    }
    return servers;
  }

  /** The process that serves under this name: {@code postgres}, {@code redis} or {@code kafka}. */
  public RunningComponent component(String name) {
    return components.stream()
        .filter(component -> component.component().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The variables that the launcher would give to the service of a schema. */
  Map<String, Object> settings(@Nullable String schema) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("ASSISTANT_DB_HOST", "127.0.0.1");
    settings.put("ASSISTANT_DB_PORT", port("postgres"));
    // A slow machine is no outage: a hundred requests at once may wait for their turn.
    settings.put("spring.datasource.hikari.connection-timeout", "60000");
    settings.put("spring.data.redis.timeout", "3s");
    settings.put("ASSISTANT_DB_NAME", Provisioning.DATABASE);
    settings.put("ASSISTANT_REDIS_HOST", "127.0.0.1");
    settings.put("ASSISTANT_REDIS_PORT", port("redis"));
    settings.put("ASSISTANT_REDIS_PASSWORD", "");
    settings.put("ASSISTANT_KAFKA_BOOTSTRAP", "127.0.0.1:" + port("kafka"));
    settings.put("ASSISTANT_PUBLIC_URL", TestTokens.ISSUER);
    settings.put("ASSISTANT_JWKS_URI", TestTokens.jwksUri());
    if (schema != null) {
      settings.put("ASSISTANT_DB_PASSWORD", password(schemaNamed(schema)));
    }
    try {
      settings.put("ASSISTANT_KEYSET_FILE", secrets.keysetFile().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  private static Schema schemaNamed(String name) {
    return Arrays.stream(Schema.values())
        .filter(schema -> schema.sqlName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such schema: assistant.schema=" + name));
  }

  private String port(String name) {
    return Integer.toString(component(name).component().port());
  }

  private String password(Schema schema) {
    try {
      return secrets.password(schema.role());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Side by side: each waits for other things. */
  private static List<RunningComponent> start(List<? extends Component> components)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<RunningComponent>> starts =
          components.stream()
              .map(component -> threads.submit(() -> startAndWait(component)))
              .toList();
      return starts.stream().map(TestServers::outcome).toList();
    }
  }

  private static RunningComponent startAndWait(Component component) throws InterruptedException {
    RunningComponent started = RunningComponent.start(component);
    started.awaitReady(PATIENCE);
    return started;
  }

  private static RunningComponent outcome(Future<RunningComponent> start) {
    try {
      return start.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the test servers do not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void stop() {
    try {
      for (RunningComponent component : components) {
        component.stop(Duration.ZERO);
      }
      Directories.delete(directory);
    } catch (IOException | InterruptedException e) {
      System.err.println("the test servers' directory stays: " + directory + " " + e);
    }
  }
}
