package app.tdah.session.activity;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
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
  private final HistoryText texts;

  SecurityEventController(SecurityLog log, HistoryText texts) {
    this.log = log;
    this.texts = texts;
  }

  @GetMapping
  @Operation(summary = "What happened to the user's account, the newest first")
  CursorPage<Entry> listSecurityEvents(CurrentUser user, CursorRequest page, Locale language) {
    return CursorPage.of(
        log.list(user.id(), page),
        page,
        SecurityEntry::id,
        entry -> Entry.from(entry, texts, language));
  }

  @Schema(name = "SecurityEvent")
  record Entry(
      UUID id,
      SecurityEntry.Type type,
      Instant at,
      @Nullable UUID sessionId,
      @Nullable String address,
      @Nullable String place,
      @Nullable String device,
      @Nullable String reason,
      @Schema(description = "a sentence in the language of Accept-Language: en, es or pt")
          String text) {

    static Entry from(SecurityEntry entry, HistoryText texts, Locale language) {
      return new Entry(
          entry.id(),
          entry.type(),
          entry.at(),
          entry.sessionId(),
          entry.address(),
          texts.place(entry, language),
          entry.device(),
          entry.reason(),
          texts.of(entry, language));
    }
  }
}
