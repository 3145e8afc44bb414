package app.tdah.user.privacy;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.RegistrationExpired;
import org.springframework.stereotype.Component;

/** An account is gone whose address nobody confirmed; what it left behind goes too. */
@Component
class RegistrationExpiredHandler implements EventHandler<RegistrationExpired> {

  private final ScheduleErasure erasures;

  RegistrationExpiredHandler(ScheduleErasure erasures) {
    this.erasures = erasures;
  }

  @Override
  public Class<RegistrationExpired> eventType() {
    return RegistrationExpired.class;
  }

  @Override
  public void handle(RegistrationExpired event, EventMetadata metadata) {
    erasures.expire(event.userId());
  }
}
