package app.tdah.user.role;

import java.util.Arrays;
import java.util.Optional;

/** What can be allowed: an action on a resource, in whichever service it is. */
enum Permission {
  USERS_READ("users:read", "See and search accounts"),
  USERS_SUSPEND("users:suspend", "Suspend and reinstate accounts"),
  ROLES_READ("roles:read", "See roles and what they allow"),
  ROLES_WRITE("roles:write", "Make, change and delete roles"),
  ROLES_GRANT("roles:grant", "Give roles to people and take them away"),
  AUDIT_READ("audit:read", "Read, export and verify the audit log"),
  PRIVACY_READ("privacy:read", "See requests for export and erasure"),
  THREATS_READ("threats:read", "See threats to all accounts"),
  THREATS_DISMISS("threats:dismiss", "Dismiss threats to all accounts"),
  SESSIONS_READ("sessions:read", "See the sessions of an account"),
  SESSIONS_END("sessions:end", "End the sessions of an account"),
  KEYS_ROTATE("keys:rotate", "Rotate the keys that sign tokens"),
  ANALYTICS_READ("analytics:read", "See usage and cost of all accounts"),
  SMS_READ("sms:read", "See text messages of all accounts, without their words");

  private final String code;
  private final String description;

  Permission(String code, String description) {
    this.code = code;
    this.description = description;
  }

  /** The permission written {@code resource:action}. */
  static Optional<Permission> named(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  String description() {
    return description;
  }
}
