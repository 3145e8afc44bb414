package app.tdah.user.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a user is told.
 *
 * @param recipient an e-mail address, where it is not the profile's
 * @param variables for the template; empty once they are not needed any more
 */
record Notification(
    UUID id,
    UUID userId,
    Template template,
    @Nullable String recipient,
    Map<String, String> variables,
    Instant createdAt,
    @Nullable Instant readAt) {

  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  @Override
  public String toString() {
    return "Notification[" + id + " " + template.key() + "]";
  }
}
