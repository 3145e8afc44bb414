package app.tdah.devstack.servers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The schemas of the database {@code assistant}; each belongs to one service and its role. */
public enum Schema {
  AUTH,
  SESSION,
  USERS,
  CHAT,
  OAUTH,
  SMS,
  ANALYTICS;

  /** The name in SQL, such as {@code users}. */
  public String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that owns the schema and can do nothing else, such as {@code svc_users}. */
  public String role() {
    return "svc_" + sqlName();
  }

  /** All of them by name. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Schema::sqlName).toList();
  }
}
