package app.tdah.user.audit;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored.
 *
 * @param sequence 1, 2, 3 …, without a gap
 * @param id of the event that told it
 * @param at to the microsecond
 * @param actor pseudonym of who did it
 * @param subject pseudonym of whom it is about
 * @param addressHash keyed hash of where it came from
 * @param details JSON with its keys in order
 */
record AuditEntry(
    long sequence,
    UUID id,
    Instant at,
    String service,
    String action,
    @Nullable UUID actor,
    @Nullable UUID subject,
    @Nullable String target,
    String outcome,
    @Nullable String addressHash,
    String details) {

  /** All of it in one way only: each part with its length, so that parts cannot trade letters. */
  String canonical() {
    return Stream.<@Nullable Object>of(
            sequence,
            id,
            at,
            service,
            action,
            actor,
            subject,
            target,
            outcome,
            addressHash,
            details)
        .map(part -> part == null ? "-" : part.toString().length() + ":" + part)
        .collect(Collectors.joining(" "));
  }
}
