package app.tdah.devstack.launcher;

import app.tdah.devstack.servers.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The eight services. */
enum Deployable {
  GATEWAY("gateway-service", 8080, null),
  AUTH("auth-service", 8081, Schema.AUTH),
  SESSION("session-service", 8082, Schema.SESSION),
  USER("user-service", 8083, Schema.USERS),
  CHAT("chat-service", 8084, Schema.CHAT),
  OAUTH("oauth-service", 8085, Schema.OAUTH),
  SMS("sms-router-service", 8086, Schema.SMS),
  ANALYTICS("analytics-service", 8087, Schema.ANALYTICS);

  private final String module;
  private final int usualPort;
  private final @Nullable Schema schema;

  Deployable(String module, int usualPort, @Nullable Schema schema) {
    this.module = module;
    this.usualPort = usualPort;
    this.schema = schema;
  }

  /** The Maven module, which is also the name of the component. */
  String module() {
    return module;
  }

  int port(Settings settings) {
    return settings.port(name(), usualPort);
  }

  /** The schema that the service owns, if it has a database. */
  Optional<Schema> schema() {
    return Optional.ofNullable(schema);
  }
}
