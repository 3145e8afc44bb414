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
import java.util.concurrent.Future;
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
  private final RedisServer redis;
  private final KafkaServer kafka;
  private final List<Supervised> servers;
  private final List<Supervised> services;
  private @Nullable Simulator simulator;

  /**
   * A suite of the servers and some services.
   *
   * @param kafkaOptions more options for Kafka's JVM
   */
  Suite(Settings settings, List<Deployable> deployables, List<String> kafkaOptions, Console console)
      throws IOException {
    this.settings = settings;
    this.endpoints = Endpoints.of(settings);
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
    this.redis =
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
            kafkaOptions);
    this.servers =
        Stream.of(postgres, redis, kafka)
            .map(server -> new Supervised(server, pidFiles, console))
            .toList();
    this.services = services(deployables, pidFiles);
  }

  private List<Supervised> services(List<Deployable> deployables, PidFiles pidFiles)
      throws IOException {
    ServiceEnvironment environment = new ServiceEnvironment(settings, endpoints, secrets);
    List<Supervised> list = new ArrayList<>();
    for (Deployable deployable : deployables) {
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
    try (ParallelStart start = new ParallelStart(console, components())) {
      Future<Void> database = start.begin(component(postgres), this::provision);
      Future<Void> sessions = start.begin(component(redis));
      start.begin(component(kafka), this::createTopics);
      ParallelStart.await(database);
      ParallelStart.await(sessions);
      services.forEach(start::begin); // they wait for Kafka by themselves
      start.await();
    }
  }

  private @Nullable Void provision() throws IOException {
    Map<Schema, String> passwords = new EnumMap<>(Schema.class);
    for (Schema schema : Schema.values()) {
      passwords.put(schema, secrets.password(schema.role()));
    }
    new Provisioning(postgres).apply(passwords);
    return null;
  }

  private @Nullable Void createTopics() throws InterruptedException {
    KafkaTopics.create(kafka.bootstrap(), TOPICS_PATIENCE);
    return null;
  }

  private Supervised component(Component server) {
    return servers.stream().filter(each -> each.component() == server).findFirst().orElseThrow();
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

  /** The runs that make the services' AOT caches. */
  List<Rehearsal> rehearsals() {
    return services.stream()
        .map(Supervised::component)
        .filter(Service.class::isInstance)
        .map(service -> ((Service) service).rehearsal())
        .toList();
  }

  Endpoints endpoints() {
    return endpoints;
  }
}
