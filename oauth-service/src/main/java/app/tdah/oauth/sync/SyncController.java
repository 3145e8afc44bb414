package app.tdah.oauth.sync;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.oauth.provider.CalendarEvent;
import app.tdah.oauth.sync.SyncedItems.Stored;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/oauth/integrations/{id}")
class SyncController {

  private final SyncOnRequest sync;
  private final JsonMapper json;

  SyncController(SyncOnRequest sync, JsonMapper json) {
    this.sync = sync;
    this.json = json;
  }

  @PostMapping("/sync")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void sync(CurrentUser user, @PathVariable UUID id) {
    sync.request(id, user.id());
  }

  @GetMapping("/items")
  CursorPage<ItemBody> items(CurrentUser user, @PathVariable UUID id, CursorRequest page) {
    return CursorPage.of(sync.items(id, user.id(), page), page, Stored::id, this::body);
  }

  private ItemBody body(Stored item) {
    CalendarEvent data = json.readValue(item.json(), CalendarEvent.class);
    return new ItemBody(item.id(), item.itemId(), item.kind(), data, item.syncedAt());
  }

  record ItemBody(UUID id, String itemId, String kind, CalendarEvent data, Instant syncedAt) {}
}
