package app.tdah.auth.privacy;

import app.tdah.auth.session.EraseSessions;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.defaults.privacy.PersonalTable;
import app.tdah.defaults.privacy.PersonalTables;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service holds about people. What belongs to an account goes with it. */
@Component
class AuthPersonalData implements PersonalData {

  private final EraseSessions sessions;
  private final PersonalTables tables;

  AuthPersonalData(JdbcClient jdbc, FieldCipher cipher, EraseSessions sessions) {
    this.sessions = sessions;
    this.tables =
        new PersonalTables(
            jdbc,
            cipher,
            PersonalTable.where("accounts", "id = :user")
                .decrypting("email", row -> "column") // context of EncryptedStringConverter
                .hiding("email_index", "password_hash", "version"),
            PersonalTable.where("email_verifications", "account_id = :user")
                .hiding("token_hash", "password_hash", "version"),
            PersonalTable.where("refresh_families", "account_id = :user")
                .hiding("generation", "mirrored", "version"),
            PersonalTable.where("verified_phones", "account_id = :user")
                .decrypting("number", row -> "phone"),
            PersonalTable.where("trusted_devices", "account_id = :user").hiding("device_hash"),
            PersonalTable.where("known_devices", "account_id = :user").hiding("device_hash"),
            PersonalTable.where("sms_factors", "account_id = :user"),
            PersonalTable.where("totp_factors", "account_id = :user").hiding("secret", "last_step"),
            PersonalTable.where("backup_codes", "account_id = :user").hiding("prefix", "hash"),
            PersonalTable.where("passkeys", "account_id = :user")
                .hiding("credential_id", "credential_data", "sign_count"),
            PersonalTable.where("passkey_challenges", "account_id = :user").erasedOnly(),
            PersonalTable.where("challenges", "account_id = :user").erasedOnly(),
            PersonalTable.where("credential_tokens", "account_id = :user").erasedOnly(),
            PersonalTable.where(
                    "refresh_tokens",
                    "family_id in (select id from refresh_families where account_id = :user)")
                .erasedOnly());
  }

  @Override
  public String service() {
    return "auth";
  }

  @Override
  public Object export(UUID userId) {
    return tables.export(userId);
  }

  @Override
  public void erase(UUID userId) {
    sessions.of(userId);
    tables.erase(userId);
  }
}
