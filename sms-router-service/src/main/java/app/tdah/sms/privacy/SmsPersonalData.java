package app.tdah.sms.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.defaults.privacy.PersonalTable;
import app.tdah.defaults.privacy.PersonalTables;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service holds about people, also from before they proved a number to be theirs. */
@Component
class SmsPersonalData implements PersonalData {

  private static final String THEIR_NUMBER =
      "sender_index in (select number_index from verified_phones where user_id = :user)";

  private final PersonalTables tables;

  SmsPersonalData(JdbcClient jdbc, FieldCipher cipher) {
    this.tables =
        new PersonalTables(
            jdbc,
            cipher,
            PersonalTable.owned("verified_phones")
                .decrypting("number", row -> "verified-phone")
                .hiding("number_index"),
            PersonalTable.owned("sender_assignments"),
            PersonalTable.where("inbound_messages", "user_id = :user or " + THEIR_NUMBER)
                .decrypting("sender", row -> row.get("id"))
                .decrypting("body", row -> row.get("id"))
                .hiding("sender_index"),
            PersonalTable.where("help_replies", THEIR_NUMBER).erasedOnly(),
            PersonalTable.owned("outbound_messages")
                .showing("purpose <> 'SECURITY_CODE'")
                .decrypting("recipient", row -> row.get("id"))
                .decrypting("body", row -> row.get("id"))
                .hiding("lease_until", "next_attempt_at", "usage_booked"));
  }

  @Override
  public String service() {
    return "sms";
  }

  @Override
  public Object export(UUID userId) {
    return tables.export(userId);
  }

  @Override
  public void erase(UUID userId) {
    tables.erase(userId);
  }
}
