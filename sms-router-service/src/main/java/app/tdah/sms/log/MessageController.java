package app.tdah.sms.log;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.sms.log.MessageLog.Entry;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sms/messages")
class MessageController {

  private final MessageLog log;

  MessageController(MessageLog log) {
    this.log = log;
  }

  @GetMapping
  CursorPage<MessageBody> list(CurrentUser user, CursorRequest page) {
    return CursorPage.of(log.page(user.id(), page), page, Entry::id, MessageBody::from);
  }

  /** The user's own number is masked: it is on record elsewhere. */
  record MessageBody(
      UUID id,
      Direction direction,
      String status,
      @Nullable String from,
      @Nullable String to,
      String body,
      int segments,
      Instant at) {

    static MessageBody from(Entry entry) {
      return new MessageBody(
          entry.id(),
          entry.inbound() ? Direction.INBOUND : Direction.OUTBOUND,
          entry.status().toLowerCase(Locale.ROOT),
          entry.inbound() ? masked(entry.from()) : entry.from(),
          entry.inbound() ? entry.to() : masked(entry.to()),
          entry.body(),
          entry.segments(),
          entry.at());
    }

    private static @Nullable String masked(@Nullable String number) {
      if (number == null) {
        return null;
      }
      int shown = Math.max(number.length() - 4, 0);
      return "•".repeat(shown) + number.substring(shown);
    }
  }

  enum Direction {
    INBOUND,
    OUTBOUND
  }
}
