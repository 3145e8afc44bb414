package app.tdah.user.privacy;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.events.UserEvent.ExportRequested;
import app.tdah.user.privacy.ExportRequest.Status;
import app.tdah.user.profile.Contacts;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A user asks for a copy of their data, and fetches it. */
@Service
class RequestExport {

  private static final Duration DAY = Duration.ofDays(1);

  private final Exports exports;
  private final ExportFile file;
  private final Contacts contacts;
  private final EventPublisher events;
  private final AuditTrail audit;
  private final PrivacyProperties properties;
  private final Clock clock;

  RequestExport(
      Exports exports,
      ExportFile file,
      Contacts contacts,
      EventPublisher events,
      AuditTrail audit,
      PrivacyProperties properties,
      Clock clock) {
    this.exports = exports;
    this.file = file;
    this.contacts = contacts;
    this.events = events;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Asks every service for its share.
   *
   * @throws ExportRefused while one is being made, and after too many in a day
   */
  @Transactional
  public ExportRequest request(UUID userId) {
    Instant now = clock.instant();
    List<Instant> recent = exports.since(userId, now.minus(DAY));
    ExportRequest export =
        new ExportRequest(
            Ids.next(),
            userId,
            Status.PENDING,
            contacts.localeOf(userId),
            now,
            now.plus(properties.exportGiveUp()),
            null,
            0,
            0);
    if (!exports.add(export, now.plus(properties.askAgain()))) {
      throw ExportRefused.pending();
    }
    if (recent.size() >= properties.exportsPerDay()) {
      Instant free = recent.get(properties.exportsPerDay() - 1).plus(DAY);
      throw ExportRefused.tooOften(Duration.between(now, free));
    }
    events.publish(new ExportRequested(userId, export.id()));
    audit.done("export.request", userId, export.id().toString(), Map.of());
    return export;
  }

  @Transactional(readOnly = true)
  public ExportRequest get(UUID userId, UUID id) {
    return exports.find(userId, id).orElseThrow(ExportRefused::notFound);
  }

  @Transactional(readOnly = true)
  public List<ExportRequest> list(UUID userId, CursorRequest page) {
    return exports.list(userId, page);
  }

  /**
   * The file of an export that is ready; nothing of it is read yet.
   *
   * @throws ExportRefused when there is none, not yet, or not any more
   */
  @Transactional
  public Download download(UUID userId, UUID id) {
    ExportRequest export = get(userId, id);
    Instant expires = export.expiresAt();
    if (export.status() == Status.EXPIRED
        || (expires != null && !clock.instant().isBefore(expires))) {
      throw ExportRefused.expired();
    }
    if (export.status() != Status.READY) {
      throw ExportRefused.notReady();
    }
    audit.done("export.download", userId, id.toString(), Map.of());
    return new Download(export, file.read(export));
  }

  record Download(ExportRequest export, InputStream contents) {}
}
