package app.tdah.devstack.launcher;

import app.tdah.devstack.servers.Provisioning;
import app.tdah.devstack.servers.Secrets;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The variables for each service: where the others are, its own password, and the simulator in the
 * place of every vendor that {@code .env} does not name.
 */
final class ServiceEnvironment {

  private final Settings settings;
  private final Endpoints endpoints;
  private final Secrets secrets;

  ServiceEnvironment(Settings settings, Endpoints endpoints, Secrets secrets) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.secrets = secrets;
  }

  Map<String, String> of(Deployable deployable) throws IOException {
    Map<String, String> variables = new HashMap<>();
    addSuite(variables);
    if (deployable.schema().isPresent()) {
      variables.put(
          "ASSISTANT_DB_PASSWORD", secrets.password(deployable.schema().orElseThrow().role()));
      variables.put("ASSISTANT_KEYSET_FILE", secrets.keysetFile().toAbsolutePath().toString());
    }
    addVendors(deployable, variables);
    variables.put("SERVER_ADDRESS", settings.value("BIND_ADDRESS").orElse("127.0.0.1"));
    if (deployable != Deployable.GATEWAY) {
      variables.put("SERVER_ADDRESS", "127.0.0.1");
    }
    settings
        .all()
        .forEach((key, value) -> {
          if (!key.equals("ASSISTANT_DATA_DIR")) {
            variables.put(key, value);
          }
        });
    return variables;
  }

  private void addSuite(Map<String, String> variables) throws IOException {
    variables.put("ASSISTANT_DB_HOST", "127.0.0.1");
    variables.put("ASSISTANT_DB_PORT", Integer.toString(endpoints.postgres()));
    variables.put("ASSISTANT_DB_NAME", Provisioning.DATABASE);
    variables.put("ASSISTANT_DB_POOL_SIZE", "6");
    variables.put("ASSISTANT_REDIS_HOST", "127.0.0.1");
    variables.put("ASSISTANT_REDIS_PORT", Integer.toString(endpoints.redis()));
    variables.put("ASSISTANT_REDIS_PASSWORD", secrets.password("redis"));
    variables.put("ASSISTANT_KAFKA_BOOTSTRAP", "127.0.0.1:" + endpoints.kafka());
    variables.put("ASSISTANT_PUBLIC_URL", endpoints.publicUrl());
    variables.put(
        "ASSISTANT_WEB_ROOT", settings.home().resolve("frontend").resolve("dist").toString());
    for (Deployable each : Deployable.values()) {
      int port = each.port(settings);
      variables.put("ASSISTANT_" + each + "_PORT", Integer.toString(port));
      variables.put("ASSISTANT_" + each + "_URL", "http://127.0.0.1:" + port);
    }
    variables.put(
        "ASSISTANT_JWKS_URI",
        "http://127.0.0.1:%d/.well-known/jwks.json".formatted(Deployable.AUTH.port(settings)));
  }

  private void addVendors(Deployable deployable, Map<String, String> variables) {
    switch (deployable) {
      case USER -> addUnlessSet("SMTP_HOST", endpoints.simulatedSmtp(), variables);
      case SMS -> addUnlessSet("TWILIO_ACCOUNT_SID", endpoints.simulatedTwilio(), variables);
      case OAUTH -> addUnlessSet("GOOGLE_CLIENT_ID", endpoints.simulatedGoogle(), variables);
      case CHAT -> addUnlessSet("OPENAI_API_KEY", endpoints.simulatedOpenAi(), variables);
      case GATEWAY, AUTH, SESSION, ANALYTICS -> {}
    }
  }

  /** A vendor is either wholly real or wholly simulated. */
  private void addUnlessSet(
      String decisive, Map<String, String> simulated, Map<String, String> variables) {
    if (settings.value(decisive).isEmpty()) {
      variables.putAll(simulated);
    }
  }
}
