package app.tdah.user.notification;

import java.util.Arrays;
import java.util.List;

/**
 * What users can be told. The texts are in {@code messages.properties}, by the template's name;
 * {@code {0}} and so on stand for the variables in their order here. A {@code link} may be among an
 * event's variables with any of them.
 */
enum Template {
  EMAIL_VERIFICATION("email-verification", Category.SECURITY, Reach.ADDRESS, ""),
  ACCOUNT_EXISTS("account-exists", Category.SECURITY, Reach.ADDRESS, ""),
  PASSWORD_RESET("password-reset", Category.SECURITY, Reach.ADDRESS, ""),
  PASSWORD_CHANGED("password-changed", Category.SECURITY, Reach.USER, "/security"),
  EMAIL_CHANGE("email-change", Category.SECURITY, Reach.ADDRESS, ""),
  EMAIL_CHANGE_NOTICE(
      "email-change-notice", Category.SECURITY, Reach.USER, "/security", "newEmailMasked"),
  EMAIL_CHANGED("email-changed", Category.SECURITY, Reach.ADDRESS, ""),
  FACTOR_CHANGED("factor-changed", Category.SECURITY, Reach.USER, "/security", "factor", "change"),
  NEW_DEVICE("new-device", Category.SECURITY, Reach.USER, "/devices", "device", "address", "place"),
  THREAT("threat", Category.SECURITY, Reach.USER, "/security/history", "text"),
  ACCOUNT_SUSPENDED("account-suspended", Category.SECURITY, Reach.ADDRESS, ""),
  ACCOUNT_REINSTATED("account-reinstated", Category.SECURITY, Reach.USER, "/login"),
  ROLE_CHANGED("role-changed", Category.SECURITY, Reach.USER, "", "roles"),
  EXPORT_READY("export-ready", Category.PRODUCT, Reach.USER, "/privacy"),
  EXPORT_FAILED("export-failed", Category.PRODUCT, Reach.USER, "/privacy"),
  ERASURE_SCHEDULED("erasure-scheduled", Category.SECURITY, Reach.USER, "/privacy", "date"),
  ERASURE_CANCELLED("erasure-cancelled", Category.SECURITY, Reach.USER, ""),
  ERASED("erased", Category.SECURITY, Reach.ADDRESS, "", "receipt"),
  BACKUP_CODES_LOW("backup-codes-low", Category.SECURITY, Reach.USER, "/security", "remaining"),
  REMINDER_DUE("reminder-due", Category.REMINDERS, Reach.USER, "", "text", "late"),
  FOCUS_CHECK_IN("focus-check-in", Category.REMINDERS, Reach.USER, "", "check-in", "text"),

  /** Made here, of what had to wait for it. */
  DIGEST("digest", Category.PRODUCT, Reach.ADDRESS, "/notifications", "text");

  private final String key;
  private final Category category;
  private final Reach reach;
  private final String page;
  private final List<String> variables;

  Template(String key, Category category, Reach reach, String page, String... variables) {
    this.key = key;
    this.category = category;
    this.reach = reach;
    this.page = page;
    this.variables = List.of(variables);
  }

  /**
   * @throws IllegalArgumentException when this version does not know it
   */
  static Template named(String name) {
    return Arrays.stream(values())
        .filter(template -> template.key.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such template: " + name));
  }

  String key() {
    return key;
  }

  Category category() {
    return category;
  }

  /** For the user's eyes in the app and on the phone too; the others go to an address only. */
  boolean personal() {
    return reach == Reach.USER;
  }

  /** Where in the app it leads, when the event brings no link; may be empty. */
  String page() {
    return page;
  }

  List<String> variables() {
    return variables;
  }

  /** Whether the variables stand in a block of their own. */
  boolean highlighted() {
    return switch (this) {
      case NEW_DEVICE, THREAT, ERASED, REMINDER_DUE, FOCUS_CHECK_IN, DIGEST -> true;
      default -> false;
    };
  }

  /** Whether saying the same again at once would be noise. */
  boolean onceInAWhile() {
    return switch (this) {
      case PASSWORD_CHANGED, NEW_DEVICE, THREAT, ROLE_CHANGED, EXPORT_FAILED, BACKUP_CODES_LOW ->
          true;
      default -> false;
    };
  }

  private enum Reach {
    ADDRESS,
    USER
  }
}
