package app.tdah.user.notification;

import app.tdah.defaults.web.CursorRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a user was told, in the app. */
@Service
class NotificationFeed {

  private final Notifications notifications;
  private final Clock clock;

  NotificationFeed(Notifications notifications, Clock clock) {
    this.notifications = notifications;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<Notification> list(UUID userId, CursorRequest page) {
    return notifications.inApp(userId, page);
  }

  /**
   * @throws NotificationNotFound when it is not the user's
   */
  @Transactional
  Notification read(UUID userId, UUID id) {
    return notifications
        .markRead(userId, id, clock.instant())
        .orElseThrow(NotificationNotFound::new);
  }

  @Transactional(readOnly = true)
  long unread(UUID userId) {
    return notifications.unread(userId);
  }

  @Transactional
  void readAll(UUID userId) {
    notifications.markAllRead(userId, clock.instant());
  }
}
