package app.tdah.user.notification;

import app.tdah.user.notification.Courier.Outcome.Gone;
import app.tdah.user.notification.Courier.Outcome.Later;
import app.tdah.user.notification.Courier.Outcome.Refused;
import app.tdah.user.notification.Courier.Outcome.Sent;
import app.tdah.user.notification.Deliveries.Claimed;
import app.tdah.user.profile.Contacts;
import app.tdah.user.push.PushMessage;
import app.tdah.user.push.PushOutcome;
import app.tdah.user.push.WebPush;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands notifications to the push services of the user's browsers. */
@Component
class SendPush implements Courier {

  private static final int MAX_TITLE = 100;
  private static final int MAX_BODY = 500;

  private final WebPush push;
  private final Contacts contacts;
  private final Wording wording;
  private final JsonMapper json;

  SendPush(WebPush push, Contacts contacts, Wording wording, JsonMapper json) {
    this.push = push;
    this.contacts = contacts;
    this.wording = wording;
    this.json = json;
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
  }

  @Override
  public Outcome send(Claimed claimed, Notification notification) {
    UUID subscription = Objects.requireNonNull(claimed.target(), "push has a target");
    return switch (push.send(subscription, message(notification))) {
      case PushOutcome.Taken _ -> new Sent(List.of());
      case PushOutcome.Gone gone -> new Gone(gone.reason());
      case PushOutcome.Refused refused -> new Refused(refused.reason());
      case PushOutcome.Later later -> new Later(later.reason(), later.after());
    };
  }

  private PushMessage message(Notification notification) {
    Line line = wording.line(notification, contacts.find(notification.userId()));
    Payload payload =
        new Payload(
            notification.id(),
            notification.template().key(),
            notification.template().category(),
            Line.shortened(line.title(), MAX_TITLE),
            Line.shortened(line.body(), MAX_BODY),
            line.link());
    boolean urgent = notification.template().category() != Category.PRODUCT;
    return new PushMessage(
        json.writeValueAsString(payload),
        timeToLive(notification.template().category()),
        urgent ? "high" : "normal",
        topic(notification));
  }

  /** A reminder that comes hours late is of no use; a warning still is. */
  private static Duration timeToLive(Category category) {
    return switch (category) {
      case REMINDERS -> Duration.ofHours(1);
      case PRODUCT -> Duration.ofDays(1);
      case SECURITY -> Duration.ofDays(7);
    };
  }

  /** The notification's own: sent again after a crash, it takes its own place. */
  private static String topic(Notification notification) {
    ByteBuffer bytes =
        ByteBuffer.allocate(16)
            .putLong(notification.id().getMostSignificantBits())
            .putLong(notification.id().getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** What the service worker gets. */
  record Payload(
      UUID id, String template, Category category, String title, String body, String url) {}
}
