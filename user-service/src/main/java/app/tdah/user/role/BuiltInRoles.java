package app.tdah.user.role;

import static app.tdah.user.role.Permission.ANALYTICS_READ;
import static app.tdah.user.role.Permission.AUDIT_READ;
import static app.tdah.user.role.Permission.PRIVACY_READ;
import static app.tdah.user.role.Permission.ROLES_GRANT;
import static app.tdah.user.role.Permission.ROLES_READ;
import static app.tdah.user.role.Permission.SESSIONS_END;
import static app.tdah.user.role.Permission.SESSIONS_READ;
import static app.tdah.user.role.Permission.SMS_READ;
import static app.tdah.user.role.Permission.THREATS_DISMISS;
import static app.tdah.user.role.Permission.THREATS_READ;
import static app.tdah.user.role.Permission.USERS_READ;
import static app.tdah.user.role.Permission.USERS_SUSPEND;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The hierarchy that every installation has: OWNER above ADMIN above SUPPORT above USER. */
final class BuiltInRoles {

  static final List<Role> ALL =
      List.of(
          role(Role.OWNER, "May do everything", EnumSet.allOf(Permission.class), "ADMIN"),
          role(
              "ADMIN",
              "Looks after people and what they may do",
              EnumSet.of(
                  USERS_SUSPEND,
                  ROLES_READ,
                  ROLES_GRANT,
                  AUDIT_READ,
                  PRIVACY_READ,
                  THREATS_DISMISS,
                  SESSIONS_END,
                  ANALYTICS_READ),
              "SUPPORT"),
          role(
              "SUPPORT",
              "Sees what helping people takes",
              EnumSet.of(USERS_READ, SESSIONS_READ, THREATS_READ, SMS_READ),
              Role.USER),
          role(Role.USER, "Uses the assistant", EnumSet.noneOf(Permission.class)));

  private BuiltInRoles() {}

  private static Role role(
      String name, String description, Set<Permission> permissions, String... inherits) {
    return new Role(name, description, Set.copyOf(permissions), Set.of(inherits), true);
  }
}
