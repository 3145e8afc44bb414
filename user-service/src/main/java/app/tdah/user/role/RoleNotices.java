package app.tdah.user.role;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.UserEvent.RolesChanged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the other services, and the user, what somebody may do now. */
@Component
class RoleNotices {

  private final EventPublisher events;
  private final FieldCipher cipher;
  private final JsonMapper json;

  RoleNotices(EventPublisher events, FieldCipher cipher, JsonMapper json) {
    this.events = events;
    this.cipher = cipher;
    this.json = json;
  }

  /** Says nothing when the difference between the books and the grants makes none for the user. */
  void changed(
      UUID userId, RoleBook before, Set<String> had, RoleBook after, Set<String> grantedNow) {
    Set<String> oldRoles = before.effective(had);
    Set<String> newRoles = after.effective(grantedNow);
    Set<Permission> oldPermissions = before.permissions(had);
    Set<Permission> newPermissions = after.permissions(grantedNow);
    if (oldRoles.equals(newRoles) && oldPermissions.equals(newPermissions)) {
      return;
    }
    boolean reduced =
        !newRoles.containsAll(oldRoles) || !newPermissions.containsAll(oldPermissions);
    events.publish(
        new RolesChanged(userId, List.copyOf(newRoles), Standing.codes(newPermissions), reduced));
    tell(userId, grantedNow);
  }

  private void tell(UUID userId, Set<String> granted) {
    String variables =
        json.writeValueAsString(Map.of("roles", String.join(", ", Standing.withUser(granted))));
    events.publish(
        new NotificationRequested(
            userId, Ids.next(), "role-changed", null, cipher.seal(variables)));
  }
}
