package app.tdah.auth.account;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent;
import org.springframework.stereotype.Component;

/** Keeps name, language and time zone as user-service has them, for the answer to a log-in. */
@Component
class ProfileProjection implements EventHandler<UserEvent> {

  private final Accounts accounts;

  ProfileProjection(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Class<UserEvent> eventType() {
    return UserEvent.class;
  }

  @Override
  public void handle(UserEvent event, EventMetadata metadata) {
    switch (event) {
      case UserEvent.ProfileUpdated updated ->
          accounts.lockById(updated.userId()).ifPresent(a -> a.rename(updated.displayName()));
      case UserEvent.PreferencesUpdated updated ->
          accounts
              .lockById(updated.userId())
              .ifPresent(a -> a.prefer(updated.locale(), updated.timeZone()));
      default -> {
        // Our own events, and those of other concerns.
      }
    }
  }
}
