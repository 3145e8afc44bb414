package app.tdah.devstack.simulator;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator is set up.
 *
 * @param port of the page and of all HTTP APIs; 0 takes a free one
 * @param smtpPort where mail is received; 0 takes a free one
 * @param address to listen on
 * @param accountSid of the suite's Twilio account
 * @param authToken of the suite's Twilio account; webhooks are signed with it
 * @param numbers the suite's own phone numbers, in E.164
 * @param inboundWebhook where texts to the suite are posted
 * @param googleClientId the suite's OAuth client
 * @param googleClientSecret its secret
 * @param zone the time zone of the Google accounts
 * @param clock the time of everything
 * @param directory where mails, messages and Google data survive a restart; null = nowhere
 */
public record SimulatorSettings(
    int port,
    int smtpPort,
    InetAddress address,
    String accountSid,
    String authToken,
    List<String> numbers,
    URI inboundWebhook,
    String googleClientId,
    String googleClientSecret,
    ZoneId zone,
    Clock clock,
    @Nullable Path directory) {

  /** The path of the suite's Twilio webhook below its public address. */
  public static final String INBOUND_PATH = "/api/v1/sms/webhooks/twilio/inbound";

  public SimulatorSettings {
    numbers = List.copyOf(numbers);
  }

  /** Free ports, memory only, and the credentials that {@code ./assistant up} uses by default. */
  public static SimulatorSettings inMemory() {
    return fromEnvironment(
        Map.of("ASSISTANT_SIMULATOR_PORT", "0", "ASSISTANT_SMTP_PORT", "0"), null);
  }

  /**
   * Reads the suite's own environment variables, so that both sides agree; whatever is missing has
   * the default of a development machine.
   */
  public static SimulatorSettings fromEnvironment(
      Map<String, String> environment, @Nullable Path directory) {
    Environment env = new Environment(environment);
    String publicUrl = env.get("ASSISTANT_PUBLIC_URL", "http://localhost:8080");
    return new SimulatorSettings(
        env.number("ASSISTANT_SIMULATOR_PORT", 8090),
        env.number("ASSISTANT_SMTP_PORT", 1025),
        env.address("ASSISTANT_SIMULATOR_ADDRESS", "127.0.0.1"),
        env.get("ASSISTANT_TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001"),
        env.get("ASSISTANT_TWILIO_AUTH_TOKEN", "simulator-auth-token"),
        Arrays.stream(env.get("ASSISTANT_TWILIO_NUMBERS", "+15005550006").split(","))
            .map(String::strip)
            .filter(number -> !number.isEmpty())
            .toList(),
        URI.create(env.get("ASSISTANT_TWILIO_WEBHOOK_URL", publicUrl) + INBOUND_PATH),
        env.get("ASSISTANT_GOOGLE_CLIENT_ID", "simulator.apps.googleusercontent.com"),
        env.get("ASSISTANT_GOOGLE_CLIENT_SECRET", "simulator-client-secret"),
        ZoneId.of(env.get("ASSISTANT_SIMULATOR_ZONE", ZoneId.systemDefault().getId())),
        Clock.systemUTC(),
        directory);
  }

  public SimulatorSettings withInboundWebhook(URI webhook) {
    return new SimulatorSettings(
        port,
        smtpPort,
        address,
        accountSid,
        authToken,
        numbers,
        webhook,
        googleClientId,
        googleClientSecret,
        zone,
        clock,
        directory);
  }

  public SimulatorSettings withClock(Clock other, ZoneId otherZone) {
    return new SimulatorSettings(
        port,
        smtpPort,
        address,
        accountSid,
        authToken,
        numbers,
        inboundWebhook,
        googleClientId,
        googleClientSecret,
        otherZone,
        other,
        directory);
  }

  public SimulatorSettings withDirectory(@Nullable Path other) {
    return new SimulatorSettings(
        port,
        smtpPort,
        address,
        accountSid,
        authToken,
        numbers,
        inboundWebhook,
        googleClientId,
        googleClientSecret,
        zone,
        clock,
        other);
  }
}
