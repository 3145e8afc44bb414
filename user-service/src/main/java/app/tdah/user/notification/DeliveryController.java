package app.tdah.user.notification;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.user.notification.DeliveryLog.Entry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me/notification-deliveries")
@Tag(name = "notifications")
class DeliveryController {

  private final DeliveryLog deliveries;

  DeliveryController(DeliveryLog deliveries) {
    this.deliveries = deliveries;
  }

  @GetMapping
  @Operation(summary = "What was sent to me by which channel, newest first")
  CursorPage<Entry> listNotificationDeliveries(CurrentUser user, CursorRequest page) {
    return CursorPage.of(deliveries.of(user.id(), page), page, Entry::id, Function.identity());
  }
}
