package app.tdah.user.privacy;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.privacy.Erasure;
import app.tdah.events.UserEvent.Erased;
import app.tdah.events.UserEvent.ErasureRequested;
import app.tdah.user.role.Authority;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Counts answers and, when all others have erased the user, erases them here. The answer of
 * auth-service ends all sessions; what others answered before it was perhaps too early, because the
 * user could still write, so that they are asked once more.
 */
@Component
class FinishErasure {

  private static final String AUTH = "auth";

  private final Erasures erasures;
  private final Erasure erasure;
  private final Authority authority;
  private final PrivacyNotices notices;
  private final EventPublisher events;
  private final AuditTrail audit;
  private final PrivacyProperties properties;
  private final Clock clock;

  FinishErasure(
      Erasures erasures,
      Erasure erasure,
      Authority authority,
      PrivacyNotices notices,
      EventPublisher events,
      AuditTrail audit,
      PrivacyProperties properties,
      Clock clock) {
    this.erasures = erasures;
    this.erasure = erasure;
    this.authority = authority;
    this.notices = notices;
    this.events = events;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  void answered(ErasureRequest request, String service) {
    UUID id = request.id();
    boolean first = erasures.answer(id, service, clock.instant());
    if (first && service.equals(AUTH)) {
      erasures.keepOnly(id, AUTH);
      events.publish(new ErasureRequested(request.userId(), id));
    }
    Set<String> missing = new HashSet<>(properties.services());
    missing.remove(PrivacyProperties.OWN);
    missing.removeAll(erasures.answers(id));
    if (missing.isEmpty()) {
      finish(request);
    }
  }

  private void finish(ErasureRequest request) {
    // A role that is given meanwhile would outlive its user.
    authority.hold();
    erasure.run(request.userId(), request.id());
    events.publish(new Erased(request.userId(), request.id()));
    audit.done("erasure.finish", null, request.id().toString(), Map.of());
    String recipient = request.recipient();
    if (recipient != null) {
      notices.erased(request.id(), recipient, request.locale());
    }
    erasures.done(request.id(), clock.instant());
  }
}
