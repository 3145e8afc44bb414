package app.tdah.devstack.launcher;

import app.tdah.devstack.process.Command;
import app.tdah.devstack.process.Component;
import app.tdah.devstack.process.Java;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One of our services in a JVM of its own. */
final class Service implements Component {

  private static final int HEAP_MEGABYTES = 160;
  private static final int AUTH_HEAP_MEGABYTES = 384;
  private static final int GATEWAY_HEAP_MEGABYTES = 192;
  private static final int TIMEOUT_MILLIS = 2000;

  private final Deployable deployable;
  private final int port;
  private final Application application;
  private final Map<String, String> environment;
  private final Path log;

  Service(Deployable deployable, Settings settings, Map<String, String> environment) {
    this.deployable = deployable;
    this.port = deployable.port(settings);
    this.application = new Application(settings.home(), deployable);
    this.environment = environment;
    this.log = settings.log(deployable.module());
  }

  @Override
  public String name() {
    return deployable.module();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    application.prepare();
  }

  @Override
  public Command command() {
    List<String> options = new ArrayList<>(options());
    Path cache = aotCache();
    if (Files.exists(cache)) {
      options.add("-XX:AOTCache=" + cache);
    }
    return Command.of(application.commandLine(options), environment, log);
  }

  /** Readiness as the service itself sees it. */
  @Override
  public boolean ready() {
    try {
      URI uri = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<String> remedy(List<String> lastLines) {
    return lastLines.reversed().stream()
        .filter(line -> line.contains("\"ERROR\"") || line.contains(" ERROR "))
        .findFirst()
        .map(line -> "see %s: %s".formatted(log, summary(line)));
  }

  /** Starts, makes all beans, and ends without having served. */
  Rehearsal rehearsal() {
    Path cache = aotCache();
    Path fresh = Rehearsal.fresh(cache);
    List<String> options = new ArrayList<>(options());
    options.add("-XX:AOTCacheOutput=" + fresh);
    options.add("-Dspring.context.exit=onRefresh");
    options.add("-Dserver.port=0");
    options.add("-Ddb-scheduler.delay-startup-until-context-ready=true");
    Path ownLog = log.resolveSibling("aot-training.log");
    Command command = Command.of(application.commandLine(options), environment, ownLog);
    return new Rehearsal(name(), cache, fresh, command);
  }

  private Path aotCache() {
    return application.aotCache(options());
  }

  /**
   * The gateway serves every request and auth-service hashes passwords: they get the second
   * compiler, the others start faster without.
   */
  private List<String> options() {
    List<String> options =
        new ArrayList<>(
            switch (deployable) {
              case GATEWAY -> optimized(GATEWAY_HEAP_MEGABYTES);
              case AUTH -> hashing(optimized(AUTH_HEAP_MEGABYTES));
              default -> Java.frugal(HEAP_MEGABYTES);
            });
    options.add("--enable-native-access=ALL-UNNAMED");
    return options;
  }

  /**
   * A hash takes 19 MiB for a moment. Where two of them fit into a survivor space, none is promoted
   * to make a full collection of every other login.
   */
  private static List<String> hashing(List<String> options) {
    return Stream.concat(options.stream(), Stream.of("-Xmn180m", "-XX:SurvivorRatio=1")).toList();
  }

  private static List<String> optimized(int heapMegabytes) {
    return Java.frugal(heapMegabytes).stream()
        .filter(option -> !option.equals("-XX:TieredStopAtLevel=1"))
        .toList();
  }

  /** The message of a log line in JSON, without the stack trace. */
  private static String summary(String line) {
    String text = line;
    try {
      text = JsonMapper.shared().readTree(line).path("message").asString(line);
    } catch (JacksonException e) {
      // not JSON: the line as it is
    }
    return text.strip().replaceAll("\\s+", " ");
  }
}
