package app.tdah.analytics.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.defaults.privacy.PersonalTable;
import app.tdah.defaults.privacy.PersonalTables;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service holds about people. */
@Component
class AnalyticsPersonalData implements PersonalData {

  private final PersonalTables tables;

  AnalyticsPersonalData(JdbcClient jdbc, FieldCipher cipher) {
    this.tables =
        new PersonalTables(
            jdbc,
            cipher,
            PersonalTable.owned("user_time_zones"),
            PersonalTable.owned("usage_rollups"),
            PersonalTable.owned("activity_rollups"),
            PersonalTable.owned("event_facts"));
  }

  @Override
  public String service() {
    return "analytics";
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
