package app.tdah.session.threat;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent;
import app.tdah.events.UserEvent.PreferencesUpdated;
import app.tdah.events.UserEvent.Registered;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which language users are told of threats when they do not ask. */
@Component
class UserLanguages implements EventHandler<UserEvent> {

  private final JdbcClient jdbc;

  UserLanguages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Class<UserEvent> eventType() {
    return UserEvent.class;
  }

  @Override
  public void handle(UserEvent event, EventMetadata metadata) {
    switch (event) {
      case Registered e -> put(e.userId(), e.locale());
      case PreferencesUpdated e -> put(e.userId(), e.locale());
      default -> {
        // Says nothing of a language.
      }
    }
  }

  /** English, where nothing is known. */
  Locale of(UUID userId) {
    return jdbc.sql("select language from user_languages where user_id = ?")
        .param(userId)
        .query(String.class)
        .optional()
        .map(Locale::forLanguageTag)
        .orElse(Locale.ENGLISH);
  }

  private void put(UUID userId, String language) {
    jdbc.sql(
            """
            insert into user_languages (user_id, language) values (?, ?)
            on conflict (user_id) do update set language = excluded.language
            """)
        .params(userId, language)
        .update();
  }
}
