package app.tdah.user.admin;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.UserEvent.Reinstated;
import app.tdah.events.UserEvent.Suspended;
import app.tdah.user.admin.Account.Suspension;
import app.tdah.user.role.Authority;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes an account for the time being, which ends its sessions, and opens it again. */
@Service
class SuspendAccount {

  private final Accounts accounts;
  private final Authority authority;
  private final EventPublisher events;
  private final FieldCipher cipher;
  private final AuditTrail audit;
  private final Clock clock;

  SuspendAccount(
      Accounts accounts,
      Authority authority,
      EventPublisher events,
      FieldCipher cipher,
      AuditTrail audit,
      Clock clock) {
    this.accounts = accounts;
    this.authority = authority;
    this.events = events;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who is suspended already stays so, for the first reason. */
  @Transactional
  public void suspend(UUID actor, UUID userId, String reason) {
    Account account = requireOther(actor, userId);
    authority.requireOwnerBesides(userId);
    if (accounts.suspend(userId, new Suspension(reason, clock.instant()))) {
      events.publish(new Suspended(userId, reason));
      tell(userId, "account-suspended", account.email());
      audit.done("user.suspend", userId, null, Map.of());
    }
  }

  /** Who is not suspended stays so. */
  @Transactional
  public void reinstate(UUID actor, UUID userId) {
    requireOther(actor, userId);
    if (accounts.reinstate(userId)) {
      events.publish(new Reinstated(userId));
      tell(userId, "account-reinstated", null);
      audit.done("user.reinstate", userId, null, Map.of());
    }
  }

  /** Read after the lock that {@link Authority} takes, so that what is read stays true. */
  private Account requireOther(UUID actor, UUID userId) {
    if (actor.equals(userId)) {
      throw AccountRefused.own();
    }
    if (accounts.find(userId).isEmpty()) {
      throw AccountRefused.notFound();
    }
    authority.requireOver(actor, userId);
    return accounts.find(userId).orElseThrow(AccountRefused::notFound);
  }

  private void tell(UUID userId, String template, @Nullable String address) {
    events.publish(
        new NotificationRequested(
            userId,
            Ids.next(),
            template,
            address == null ? null : cipher.seal(address),
            cipher.seal("{}")));
  }
}
