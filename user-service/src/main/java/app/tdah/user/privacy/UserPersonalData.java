package app.tdah.user.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.defaults.privacy.PersonalTable;
import app.tdah.defaults.privacy.PersonalTables;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service holds about people. It erases last, because it conducts the erasure. */
@Component
class UserPersonalData implements PersonalData {

  private static final String COLUMN = "column"; // context of EncryptedStringConverter

  private final PersonalTables tables;

  UserPersonalData(JdbcClient jdbc, FieldCipher cipher) {
    this.tables =
        new PersonalTables(
            jdbc,
            cipher,
            PersonalTable.where("profiles", "id = :user")
                .decrypting("email", row -> COLUMN)
                .hiding("version", "email_index"),
            // The entries stay, about nobody: whose pseudonym it was is forgotten.
            PersonalTable.where(
                    "audit_addresses",
                    "subject in (select subject from audit_subjects where user_id = :user)")
                .hiding("subject"),
            PersonalTable.owned("audit_subjects").erasedOnly(),
            PersonalTable.owned("role_grants"),
            PersonalTable.owned("suspensions"),
            PersonalTable.owned("preference_sets").hiding("version"),
            PersonalTable.owned("phone_numbers")
                .decrypting("number", row -> COLUMN)
                .hiding("number_index", "code_hash", "code_expires_at", "code_attempts"),
            PersonalTable.owned("notification_settings").hiding("version"),
            PersonalTable.owned("push_subscriptions")
                .decrypting("endpoint", row -> "push " + row.get("endpoint_index"))
                .hiding("endpoint_index", "p256dh", "auth"),
            PersonalTable.owned("code_sends").hiding("number_index"),
            // The variables of what is not in the app may be tokens.
            PersonalTable.owned("notifications")
                .showing("in_app")
                .decrypting("variables", row -> "notification " + row.get("id"))
                .hiding("recipient", "dedupe_key"),
            PersonalTable.owned("deliveries")
                .hiding("next_attempt_at", "due_at", "target", "last_error"),
            PersonalTable.owned("export_requests").hiding("ask_at", "give_up_at", "chunks"),
            // The one under way is made anonymous when it is done.
            PersonalTable.where("erasure_requests", "user_id = :user and status <> 'RUNNING'")
                .hiding("recipient", "ask_at", "asked"));
  }

  @Override
  public String service() {
    return PrivacyProperties.OWN;
  }

  @Override
  public Object export(UUID userId) {
    return tables.export(userId);
  }

  @Override
  public void erase(UUID userId) {
    tables.erase(userId);
  }

  @Override
  public boolean erasesLast() {
    return true;
  }
}
