package app.tdah.session.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.defaults.privacy.PersonalTable;
import app.tdah.defaults.privacy.PersonalTables;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service holds about people. */
@Component
class SessionPersonalData implements PersonalData {

  private final JdbcClient jdbc;
  private final PersonalTables tables;

  SessionPersonalData(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.tables =
        new PersonalTables(
            jdbc,
            cipher,
            PersonalTable.owned("sessions"),
            PersonalTable.owned("pending_revocations").erasedOnly(),
            PersonalTable.owned("security_events"),
            PersonalTable.owned("devices"),
            PersonalTable.owned("user_languages"),
            PersonalTable.owned("threats").hiding("fingerprint", "dismissed_by"),
            PersonalTable.owned("threat_signals").erasedOnly(),
            PersonalTable.where("pending_effects", "subject = cast(:user as text)").erasedOnly());
  }

  @Override
  public String service() {
    return "session";
  }

  @Override
  public Object export(UUID userId) {
    return tables.export(userId);
  }

  @Override
  public void erase(UUID userId) {
    tables.erase(userId);
    // A finding about somebody else stays dismissed, by nobody.
    jdbc.sql("update threats set dismissed_by = null where dismissed_by = ?")
        .param(userId)
        .update();
  }
}
