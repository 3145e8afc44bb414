package app.tdah.user.notification;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.user.profile.Contact;
import app.tdah.user.profile.Contacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "notifications")
class NotificationController {

  private final NotificationFeed feed;
  private final Contacts contacts;
  private final Wording wording;

  NotificationController(NotificationFeed feed, Contacts contacts, Wording wording) {
    this.feed = feed;
    this.contacts = contacts;
    this.wording = wording;
  }

  @GetMapping
  @Operation(summary = "What I was told, newest first, and how many I have not read")
  NotificationPage listNotifications(CurrentUser user, CursorRequest page) {
    Optional<Contact> contact = contacts.find(user.id());
    CursorPage<NotificationBody> found =
        CursorPage.of(
            feed.list(user.id(), page), page, Notification::id, each -> body(each, contact));
    return new NotificationPage(found.items(), found.nextCursor(), feed.unread(user.id()));
  }

  @GetMapping("/unread-count")
  @Operation(summary = "How many I have not read")
  UnreadCount countUnreadNotifications(CurrentUser user) {
    return new UnreadCount(feed.unread(user.id()));
  }

  @PostMapping("/{id}/read")
  @Operation(summary = "I have seen it; the first time counts")
  NotificationBody markNotificationRead(CurrentUser user, @PathVariable UUID id) {
    return body(feed.read(user.id(), id), contacts.find(user.id()));
  }

  @PostMapping("/read-all")
  @Operation(summary = "I have seen them all")
  UnreadCount markAllNotificationsRead(CurrentUser user) {
    feed.readAll(user.id());
    return new UnreadCount(feed.unread(user.id()));
  }

  private NotificationBody body(Notification notification, Optional<Contact> contact) {
    Line line = wording.line(notification, contact);
    return new NotificationBody(
        notification.id(),
        notification.template().key(),
        notification.template().category(),
        line.title(),
        line.body(),
        line.link().isEmpty() ? null : line.link(),
        notification.createdAt(),
        notification.readAt());
  }

  record NotificationPage(List<NotificationBody> items, @Nullable String nextCursor, long unread) {}

  record UnreadCount(long unread) {}

  record NotificationBody(
      UUID id,
      String template,
      Category category,
      String title,
      String body,
      @Nullable String link,
      Instant createdAt,
      @Nullable Instant readAt) {}
}
