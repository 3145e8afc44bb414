package app.tdah.user.notification;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.user.profile.Contacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
  private final MessageSource messages;

  NotificationController(NotificationFeed feed, Contacts contacts, MessageSource messages) {
    this.feed = feed;
    this.contacts = contacts;
    this.messages = messages;
  }

  @GetMapping
  @Operation(summary = "What I was told, newest first")
  CursorPage<NotificationBody> listNotifications(CurrentUser user, CursorRequest page) {
    Locale locale = contacts.localeOf(user.id());
    return CursorPage.of(
        feed.list(user.id(), page), page, Notification::id, found -> body(found, locale));
  }

  @PostMapping("/{id}/read")
  @Operation(summary = "I have seen it; the first time counts")
  NotificationBody markNotificationRead(CurrentUser user, @PathVariable UUID id) {
    return body(feed.read(user.id(), id), contacts.localeOf(user.id()));
  }

  private NotificationBody body(Notification notification, Locale locale) {
    String key = notification.template().key();
    return new NotificationBody(
        notification.id(),
        key,
        messages.getMessage(key + ".title", null, locale),
        notification.variable("text"),
        notification.createdAt(),
        notification.readAt());
  }

  record NotificationBody(
      UUID id,
      String template,
      String title,
      String body,
      Instant createdAt,
      @Nullable Instant readAt) {}
}
