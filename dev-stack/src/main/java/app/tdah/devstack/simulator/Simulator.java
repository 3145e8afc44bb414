package app.tdah.devstack.simulator;

import app.tdah.devstack.simulator.fault.FaultApi;
import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.google.GoogleService;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Response;
import app.tdah.devstack.simulator.http.Router;
import app.tdah.devstack.simulator.mail.MailService;
import app.tdah.devstack.simulator.openai.OpenAiService;
import app.tdah.devstack.simulator.phone.PhoneService;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for the outside world: mailbox, phone network, Google, and an OpenAI-compatible model,
 * in the vendors' own wire formats and with faults to switch on. For development and tests only.
 */
public final class Simulator implements AutoCloseable {
  private final MailService mail;
  private final PhoneService phone;
  private final GoogleService google;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private Simulator(SimulatorSettings settings) {
    Faults faults = new Faults();
    server = listen(settings.address(), settings.port());
    mail =
        new MailService(
            settings.address(),
            settings.smtpPort(),
            settings.directory(),
            settings.clock(),
            faults);
    phone =
        new PhoneService(
            new PhoneService.Account(
                settings.accountSid(),
                settings.authToken(),
                settings.numbers(),
                settings.inboundWebhook()),
            settings.directory(),
            settings.clock(),
            faults);
    google =
        new GoogleService(
            new GoogleService.Client(
                settings.googleClientId(), settings.googleClientSecret(), settings.zone()),
            settings.directory(),
            settings.clock(),
            faults);
    Router router = new Router();
    router
        .get("/", _ -> Page.response())
        .get("/health", _ -> Response.json(200, Json.object().put("status", "UP")));
    new FaultApi(faults).register(router);
    mail.register(router);
    phone.register(router);
    google.register(router);
    new OpenAiService(settings.clock(), faults).register(router);
    server.createContext("/", router);
    server.setExecutor(executor);
    server.start();
  }

  /** Starts on the given ports; {@link UncheckedIOException} when one is taken. */
  public static Simulator start(SimulatorSettings settings) {
    // Without it every small answer waits for a delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    return new Simulator(settings);
  }

  /** Runs until the process is ended, with the settings of the environment. */
  public static void main(String[] args) throws InterruptedException {
    Simulator simulator = start(SimulatorSettings.fromEnvironment(System.getenv(), null));
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    System.out.println("Simulator at " + simulator.baseUri());
    Thread.currentThread().join();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public int smtpPort() {
    return mail.smtpPort();
  }

  /** Where the page is; vendors' APIs are below it. */
  public URI baseUri() {
    return URI.create("http://localhost:" + port());
  }

  /** Posts texts to the suite to another address from now on. */
  public void deliverTextsTo(URI inboundWebhook) {
    phone.deliverTo(inboundWebhook);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
    mail.close();
    phone.close();
    google.close();
  }

  private static HttpServer listen(InetAddress address, int port) {
    try {
      return HttpServer.create(new InetSocketAddress(address, port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port, e);
    }
  }
}
