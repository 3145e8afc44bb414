package app.tdah.user.notification;

import java.util.Arrays;

/** What users can be told. The texts are in {@code messages.properties}, by the template's name. */
enum Template {
  /** Variables: {@code link}, {@code token}, {@code displayName}. */
  EMAIL_VERIFICATION("email-verification", false),

  /** Variables: {@code link}, {@code displayName}. */
  ACCOUNT_EXISTS("account-exists", false),

  /** Variables: {@code text}, {@code reminderId}. Texted where the user has a phone. */
  REMINDER_DUE("reminder-due", true);

  private final String key;
  private final boolean personal;

  Template(String key, boolean personal) {
    this.key = key;
    this.personal = personal;
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

  /** For the user's eyes in the app and on the phone too; the others go to an address only. */
  boolean personal() {
    return personal;
  }
}
