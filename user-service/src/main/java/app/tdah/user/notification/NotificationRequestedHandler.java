package app.tdah.user.notification;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.EncryptedText;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Any service may ask that a user be told something. */
@Component
class NotificationRequestedHandler implements EventHandler<NotificationRequested> {

  private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {};

  private final Notify notify;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final Clock clock;

  NotificationRequestedHandler(Notify notify, FieldCipher cipher, JsonMapper json, Clock clock) {
    this.notify = notify;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Class<NotificationRequested> eventType() {
    return NotificationRequested.class;
  }

  @Override
  public void handle(NotificationRequested event, EventMetadata metadata) {
    notify.accept(
        new Notification(
            event.notificationId(),
            event.userId(),
            Template.named(event.template()),
            open(event.recipient()),
            json.readValue(cipher.open(event.variables()), VARIABLES),
            clock.instant(),
            null));
  }

  private @Nullable String open(@Nullable EncryptedText recipient) {
    return recipient == null ? null : cipher.open(recipient);
  }
}
