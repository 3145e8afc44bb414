package app.tdah.devstack.launcher;

import java.util.HashMap;
import java.util.Map;

/** Where everything listens. */
record Endpoints(
    int postgres,
    int redis,
    int kafka,
    int kafkaController,
    int simulator,
    int simulatorSmtp,
    String publicUrl) {

  static final String TWILIO_ACCOUNT_SID = "AC00000000000000000000000000000001";
  static final String TWILIO_AUTH_TOKEN = "simulator-auth-token";
  static final String TWILIO_NUMBERS = "+15005550006,+15005550007";
  static final String GOOGLE_CLIENT_ID = "simulator.apps.googleusercontent.com";
  static final String GOOGLE_CLIENT_SECRET = "simulator-client-secret";

  static Endpoints of(Settings settings) {
    int gateway = Deployable.GATEWAY.port(settings);
    return new Endpoints(
        settings.port("DB", 15432),
        settings.port("REDIS", 16379),
        settings.port("KAFKA", 19092),
        settings.port("KAFKA_CONTROLLER", 19093),
        settings.port("SIMULATOR", 8090),
        settings.port("SIMULATOR_SMTP", 8025),
        settings.value("PUBLIC_URL").orElse("http://localhost:" + gateway));
  }

  String simulatorUrl() {
    return "http://localhost:" + simulator;
  }

  Map<String, String> simulatedSmtp() {
    return Map.of(
        "ASSISTANT_SMTP_HOST", "127.0.0.1", "ASSISTANT_SMTP_PORT", Integer.toString(simulatorSmtp));
  }

  Map<String, String> simulatedTwilio() {
    return Map.of(
        "ASSISTANT_TWILIO_API_URL", simulatorUrl(),
        "ASSISTANT_TWILIO_ACCOUNT_SID", TWILIO_ACCOUNT_SID,
        "ASSISTANT_TWILIO_AUTH_TOKEN", TWILIO_AUTH_TOKEN,
        "ASSISTANT_TWILIO_NUMBERS", TWILIO_NUMBERS,
        "ASSISTANT_TWILIO_WEBHOOK_URL", publicUrl);
  }

  Map<String, String> simulatedGoogle() {
    return Map.of(
        "ASSISTANT_GOOGLE_CLIENT_ID", GOOGLE_CLIENT_ID,
        "ASSISTANT_GOOGLE_CLIENT_SECRET", GOOGLE_CLIENT_SECRET,
        "ASSISTANT_GOOGLE_AUTHORIZATION_URL", simulatorUrl() + "/google/o/oauth2/v2/auth",
        "ASSISTANT_GOOGLE_TOKEN_URL", simulatorUrl() + "/google/token",
        "ASSISTANT_GOOGLE_REVOCATION_URL", simulatorUrl() + "/google/revoke",
        "ASSISTANT_GOOGLE_USERINFO_URL", simulatorUrl() + "/google/oauth2/v3/userinfo",
        "ASSISTANT_GOOGLE_CALENDAR_URL", simulatorUrl() + "/google/calendar/v3");
  }

  /** What the simulator must know of the suite, in the variables that it reads. */
  Map<String, String> forSimulator() {
    Map<String, String> variables = new HashMap<>(simulatedTwilio());
    variables.putAll(simulatedGoogle());
    variables.putAll(simulatedSmtp());
    variables.put("ASSISTANT_SIMULATOR_PORT", Integer.toString(simulator));
    return variables;
  }

  Map<String, String> simulatedOpenAi() {
    return Map.of(
        "ASSISTANT_OPENAI_BASE_URL", simulatorUrl() + "/v1",
        "ASSISTANT_OPENAI_API_KEY", "simulator-key",
        "ASSISTANT_OPENAI_MODEL", "simulator");
  }
}
