package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import app.tdah.devstack.process.Component;
import app.tdah.devstack.servers.KafkaServer;
import app.tdah.devstack.servers.KafkaTopics;
import app.tdah.devstack.servers.Ports;
import app.tdah.devstack.servers.PostgresServer;
import app.tdah.devstack.servers.Provisioning;
import app.tdah.devstack.servers.RedisServer;
import app.tdah.devstack.servers.Schema;
import app.tdah.devstack.servers.Secrets;
import app.tdah.devstack.simulator.Simulator;
import app.tdah.devstack.simulator.SimulatorSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that runs: the three servers, the simulator, the eight services. */
final class Suite {

  private static final Duration SERVICE_PATIENCE = Duration.ofSeconds(25);
  private static final Duration SERVER_PATIENCE = Duration.ofSeconds(15);
  private static final Duration TOPICS_PATIENCE = Duration.ofSeconds(60);

  private final Settings settings;
  private final Endpoints endpoints;
  private final Console console;
  private final Secrets secrets;
  private final PostgresServer postgres;
  private final KafkaServer kafka;
  private final List<Supervised> servers;
  private final List<Supervised> services;
  private @Nullable Simulator simulator;

  Suite(Settings settings, Endpoints endpoints, Console console) throws IOException {
    this.settings = settings;
    this.endpoints = endpoints;
    this.console = console;
    this.secrets = new Secrets(settings.data("secrets"));
    PidFiles pidFiles = new PidFiles(settings.data("run"));
    this.postgres =
        new PostgresServer(
            endpoints.postgres(),
            settings.data("postgres"),
            settings.log("postgres"),
            secrets.passwordFile("postgres"),
            true);
    RedisServer redis =
        new RedisServer(
            endpoints.redis(),
            settings.data("redis"),
            settings.log("redis"),
            secrets.password("redis"));
    this.kafka =
        new KafkaServer(
            endpoints.kafka(),
            endpoints.kafkaController(),
            settings.data("kafka"),
            settings.log("kafka"),
            List.of());
    this.servers =
        Stream.of(postgres, redis, kafka)
            .map(server -> new Supervised(server, pidFiles, console))
            .toList();
    this.services = services(pidFiles);
  }

  private List<Supervised> services(PidFiles pidFiles) throws IOException {
    ServiceEnvironment environment = new ServiceEnvironment(settings, endpoints, secrets);
    List<Supervised> list = new ArrayList<>();
    for (Deployable deployable : Deployable.values()) {
      Component service = new Service(deployable, settings, environment.of(deployable));
      list.add(new Supervised(service, pidFiles, console));
    }
    return List.copyOf(list);
  }

  /** Fails with one line when a port that the suite needs is in use. */
  void checkPorts() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("ASSISTANT_DB_PORT", endpoints.postgres());
    ports.put("ASSISTANT_REDIS_PORT", endpoints.redis());
    ports.put("ASSISTANT_KAFKA_PORT", endpoints.kafka());
    ports.put("ASSISTANT_KAFKA_CONTROLLER_PORT", endpoints.kafkaController());
    ports.put("ASSISTANT_SIMULATOR_PORT", endpoints.simulator());
    ports.put("ASSISTANT_SIMULATOR_SMTP_PORT", endpoints.simulatorSmtp());
    for (Deployable deployable : Deployable.values()) {
      ports.put("ASSISTANT_" + deployable + "_PORT", deployable.port(settings));
    }
    ports.forEach((variable, port) -> {
      if (!Ports.isFree(port)) {
        throw new CannotStart(
            "Port %d is in use by another program: stop that program, or set %s in .env."
                .formatted(port, variable));
      }
    });
  }

  /** Starts everything and returns when all is healthy. */
  void start() throws InterruptedException, IOException {
    simulator =
        Simulator.start(
            SimulatorSettings.fromEnvironment(
                endpoints.forSimulator(), settings.data("simulator")));
    new ParallelStart(console, "servers").run(servers);
    provision();
    new ParallelStart(console, "services").run(services);
  }

  private void provision() throws IOException, InterruptedException {
    Map<Schema, String> passwords = new EnumMap<>(Schema.class);
    for (Schema schema : Schema.values()) {
      passwords.put(schema, secrets.password(schema.role()));
    }
    new Provisioning(postgres).apply(passwords);
    KafkaTopics.create(kafka.bootstrap(), TOPICS_PATIENCE);
  }

  /** Stops everything: first what uses, then what is used. */
  void stop() throws InterruptedException {
    stopAll(services, SERVICE_PATIENCE);
    Simulator running = simulator;
    if (running != null) {
      running.close();
    }
    stopAll(servers, SERVER_PATIENCE);
  }

  private static void stopAll(List<Supervised> components, Duration patience)
      throws InterruptedException {
    List<Thread> stops = new ArrayList<>();
    for (Supervised component : components) {
      stops.add(Thread.ofPlatform().start(() -> stopQuietly(component, patience)));
    }
    for (Thread stop : stops) {
      stop.join();
    }
  }

  private static void stopQuietly(Supervised component, Duration patience) {
    try {
      component.end(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  List<Supervised> components() {
    return Stream.concat(servers.stream(), services.stream()).toList();
  }

  Optional<Supervised> component(String name) {
    return components().stream()
        .filter(component ->
            component.name().equals(name) || component.name().equals(name + "-service"))
        .findFirst();
  }

  Endpoints endpoints() {
    return endpoints;
  }
}
