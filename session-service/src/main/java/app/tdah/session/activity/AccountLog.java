package app.tdah.session.activity;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent;
import app.tdah.events.UserEvent.EmailChanged;
import app.tdah.events.UserEvent.ErasureCancelled;
import app.tdah.events.UserEvent.ErasureScheduled;
import app.tdah.events.UserEvent.PasswordChanged;
import app.tdah.events.UserEvent.Reinstated;
import app.tdah.events.UserEvent.RolesChanged;
import app.tdah.events.UserEvent.Suspended;
import app.tdah.session.activity.SecurityEntry.Type;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes into the history what happened to the account itself. */
@Component
class AccountLog implements EventHandler<UserEvent> {

  private final SecurityEntries entries;

  AccountLog(SecurityEntries entries) {
    this.entries = entries;
  }

  @Override
  public Class<UserEvent> eventType() {
    return UserEvent.class;
  }

  @Override
  public void handle(UserEvent event, EventMetadata metadata) {
    UUID user = event.userId();
    if (user == null) {
      return;
    }
    Instant at = metadata.occurredAt();
    switch (event) {
      case PasswordChanged _ -> add(user, Type.PASSWORD_CHANGED, at);
      case EmailChanged _ -> add(user, Type.EMAIL_CHANGED, at);
      case Suspended _ -> add(user, Type.ACCOUNT_SUSPENDED, at);
      case Reinstated _ -> add(user, Type.ACCOUNT_REINSTATED, at);
      case ErasureScheduled _ -> add(user, Type.ERASURE_SCHEDULED, at);
      case ErasureCancelled _ -> add(user, Type.ERASURE_CANCELLED, at);
      case RolesChanged changed ->
          entries.save(
              SecurityLog.entry(user, Type.ROLES_CHANGED, at)
                  .about(String.join(", ", changed.roles())));
      default -> {
        // Not about the security of the account.
      }
    }
  }

  private void add(UUID user, Type type, Instant at) {
    entries.save(SecurityLog.entry(user, type, at));
  }
}
