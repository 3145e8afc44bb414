package app.tdah.user.audit;

import app.tdah.defaults.events.ErasedUsers;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.user.audit.AuditEntries.Head;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends what a service did. One entry at a time: each holds on to the one before it. */
@Component
class AuditedHandler implements EventHandler<Audited> {

  private final AuditEntries entries;
  private final AuditChain chain;
  private final ErasedUsers erased;
  private final JsonMapper json;

  AuditedHandler(AuditEntries entries, AuditChain chain, ErasedUsers erased, JsonMapper json) {
    this.entries = entries;
    this.chain = chain;
    this.erased = erased;
    this.json = json;
  }

  @Override
  public Class<Audited> eventType() {
    return Audited.class;
  }

  @Override
  public void handle(Audited event, EventMetadata metadata) {
    UUID actor = pseudonymOf(event.actorId());
    UUID subject = pseudonymOf(event.userId());
    String address = event.address();
    Head head = entries.lockHead();
    AuditEntry entry =
        new AuditEntry(
            head.sequence() + 1,
            metadata.eventId(),
            event.at().truncatedTo(ChronoUnit.MICROS),
            metadata.source(),
            event.action(),
            actor,
            subject,
            event.target(),
            event.outcome(),
            address == null ? null : chain.addressHash(address),
            json.writeValueAsString(new TreeMap<>(event.details())));
    entries.add(entry, chain.hash(head.hash(), entry));
    UUID whereabouts = actor == null ? subject : actor;
    if (address != null && whereabouts != null) {
      entries.keepAddress(entry.sequence(), whereabouts, address);
    }
  }

  /** Who was erased is nobody any more. */
  private @Nullable UUID pseudonymOf(@Nullable UUID userId) {
    if (userId == null) {
      return null;
    }
    erased.hold(userId); // The event is of one of them only.
    return erased.contains(userId) ? null : entries.pseudonymOf(userId, Ids.next());
  }
}
