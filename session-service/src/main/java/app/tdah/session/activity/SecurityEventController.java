package app.tdah.session.activity;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/security-events")
@Tag(name = "security-events")
class SecurityEventController {

  private final SecurityLog log;

  SecurityEventController(SecurityLog log) {
    this.log = log;
  }

  @GetMapping
  @Operation(summary = "What happened to the user's account, the newest first")
  CursorPage<Entry> listSecurityEvents(CurrentUser user, CursorRequest page) {
    return CursorPage.of(log.list(user.id(), page), page, SecurityEntry::id, Entry::from);
  }

  @Schema(name = "SecurityEvent")
  record Entry(
      UUID id,
      SecurityEntry.Type type,
      @Nullable UUID sessionId,
      @Nullable String address,
      @Nullable String reason,
      Instant at) {

    static Entry from(SecurityEntry entry) {
      return new Entry(
          entry.id(), entry.type(), entry.sessionId(), entry.address(), entry.reason(), entry.at());
    }
  }
}
