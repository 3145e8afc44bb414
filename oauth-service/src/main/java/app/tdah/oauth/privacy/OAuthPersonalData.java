package app.tdah.oauth.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.defaults.privacy.PersonalTable;
import app.tdah.defaults.privacy.PersonalTables;
import app.tdah.oauth.integration.HandBackGrants;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service holds about people. Grants are handed back before they are forgotten. */
@Component
class OAuthPersonalData implements PersonalData {

  private static final String THEIRS =
      "integration_id in (select id from integrations where user_id = :user)";

  private final HandBackGrants grants;
  private final PersonalTables tables;

  OAuthPersonalData(JdbcClient jdbc, FieldCipher cipher, HandBackGrants grants) {
    this.grants = grants;
    this.tables =
        new PersonalTables(
            jdbc,
            cipher,
            PersonalTable.owned("authorization_requests").erasedOnly(),
            PersonalTable.owned("integrations")
                .decrypting("account", row -> "integration-account")
                .hiding("account_index"),
            PersonalTable.where("tokens", THEIRS).erasedOnly(),
            PersonalTable.where("sync_jobs", THEIRS).erasedOnly(),
            PersonalTable.where("synced_items", THEIRS)
                .decrypting("data", row -> row.get("integration_id"))
                .hiding("content_hash", "generation"));
  }

  @Override
  public String service() {
    return "oauth";
  }

  @Override
  public Object export(UUID userId) {
    return tables.export(userId);
  }

  @Override
  public void erase(UUID userId) {
    grants.of(userId);
    tables.erase(userId);
  }
}
