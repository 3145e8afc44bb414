package app.tdah.user.privacy;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.UserEvent.ErasureCancelled;
import app.tdah.events.UserEvent.ErasureScheduled;
import app.tdah.user.privacy.ErasureRequest.Status;
import app.tdah.user.profile.Contact;
import app.tdah.user.profile.Contacts;
import app.tdah.user.role.Authority;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A user asks to be erased, and may think again for a while. */
@Service
class ScheduleErasure {

  private final Erasures erasures;
  private final Authority authority;
  private final Contacts contacts;
  private final PrivacyNotices notices;
  private final EventPublisher events;
  private final AuditTrail audit;
  private final PrivacyProperties properties;
  private final Clock clock;

  ScheduleErasure(
      Erasures erasures,
      Authority authority,
      Contacts contacts,
      PrivacyNotices notices,
      EventPublisher events,
      AuditTrail audit,
      PrivacyProperties properties,
      Clock clock) {
    this.erasures = erasures;
    this.authority = authority;
    this.contacts = contacts;
    this.notices = notices;
    this.events = events;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Who asks twice gets the first answer.
   *
   * @throws app.tdah.defaults.web.ProblemException when nobody would own the assistant any more
   */
  @Transactional
  public ErasureRequest schedule(UUID userId) {
    authority.requireOwnerBesides(userId);
    Optional<Contact> contact = contacts.find(userId);
    Instant now = clock.instant();
    ErasureRequest erasure =
        new ErasureRequest(
            Ids.next(),
            userId,
            Status.SCHEDULED,
            contact.map(Contact::email).orElse(null),
            contacts.localeOf(userId),
            now,
            now.plus(properties.erasureGrace()),
            0);
    if (!erasures.add(erasure)) {
      return erasures.open(userId).orElseThrow(ErasureRefused::running);
    }
    events.publish(new ErasureScheduled(userId, erasure.id(), erasure.dueAt()));
    notices.erasureScheduled(userId, erasure, erasure.locale());
    audit.done("erasure.schedule", userId, erasure.id().toString(), Map.of());
    return erasure;
  }

  /** Erases at once, and tells nobody: the address was never confirmed. */
  @Transactional
  public void expire(UUID userId) {
    Instant now = clock.instant();
    erasures.add(
        new ErasureRequest(
            Ids.next(), userId, Status.SCHEDULED, null, contacts.localeOf(userId), now, now, 0));
  }

  /**
   * Nothing happens to the user.
   *
   * @throws ErasureRefused when there is nothing to cancel, or it has begun
   */
  @Transactional
  public void cancel(UUID userId) {
    ErasureRequest erasure = erasures.lockOpen(userId).orElseThrow(ErasureRefused::notScheduled);
    if (erasure.status() == Status.RUNNING) {
      throw ErasureRefused.running();
    }
    erasures.cancel(erasure.id(), clock.instant());
    events.publish(new ErasureCancelled(userId, erasure.id()));
    notices.erasureCancelled(userId);
    audit.done("erasure.cancel", userId, erasure.id().toString(), Map.of());
  }

  @Transactional(readOnly = true)
  public Optional<ErasureRequest> find(UUID userId) {
    return erasures.open(userId);
  }
}
