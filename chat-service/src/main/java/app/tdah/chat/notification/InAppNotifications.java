package app.tdah.chat.notification;

import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.CommunicationEvent.NotificationDelivered;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hands in-app notifications to the user's sockets; the list of them is user-service's. */
@Component
class InAppNotifications implements EventHandler<NotificationDelivered> {

  private static final String IN_APP = "IN_APP";

  private final Realtime realtime;

  InAppNotifications(Realtime realtime) {
    this.realtime = realtime;
  }

  @Override
  public Class<NotificationDelivered> eventType() {
    return NotificationDelivered.class;
  }

  @Override
  public void handle(NotificationDelivered event, EventMetadata metadata) {
    if (event.channel().equals(IN_APP)) {
      realtime.publish(
          event.userId(),
          "notification",
          Map.of(
              "notificationId",
              event.notificationId(),
              "template",
              event.template(),
              "at",
              metadata.occurredAt()));
    }
  }
}
