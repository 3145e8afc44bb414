package app.tdah.user.audit;

import app.tdah.defaults.web.InvalidField;
import app.tdah.user.audit.AuditEntries.Head;
import app.tdah.user.audit.AuditEntries.Link;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Walks the chain and finds the first place where it does not hold. A log of years takes longer
 * than a request may: each walk is a stretch, and the next one goes on where it ended.
 */
@Service
class VerifyAudit {

  private static final int PAGE = 1000;
  private static final Head BEGINNING = new Head(0, "");

  private final AuditEntries entries;
  private final AuditChain chain;
  private final AuditProperties properties;

  VerifyAudit(AuditEntries entries, AuditChain chain, AuditProperties properties) {
    this.entries = entries;
    this.chain = chain;
    this.properties = properties;
  }

  /**
   * What was there when it was asked; entries that come meanwhile are not looked at.
   *
   * @param after the sequence that the stretch before reached, which has shown that its hash is
   *     right; 0 at first
   * @throws InvalidField when the log is not that long
   */
  Verification verify(long after) {
    Head head = entries.head();
    if (after > head.sequence()) {
      throw new InvalidField("after", "is beyond the end of the log");
    }
    Optional<Head> start = after == 0 ? Optional.of(BEGINNING) : entries.at(after);
    if (start.isEmpty()) {
      return broken(new Head(after - 1, ""), new Break(after, null, Reason.MISSING));
    }
    return walk(start.get(), Math.min(head.sequence(), after + properties.verifyEntries()), head);
  }

  private Verification walk(Head start, long last, Head head) {
    Head reached = start;
    while (reached.sequence() < last) {
      List<Link> page =
          entries.after(reached.sequence(), (int) Math.min(PAGE, last - reached.sequence()));
      if (page.isEmpty()) {
        return broken(reached, new Break(reached.sequence() + 1, null, Reason.MISSING));
      }
      for (Link link : page) {
        Break found = between(reached, link);
        if (found != null) {
          return broken(reached, found);
        }
        reached = new Head(link.entry().sequence(), link.hash());
      }
    }
    return end(reached, head);
  }

  private @Nullable Break between(Head before, Link link) {
    AuditEntry entry = link.entry();
    if (entry.sequence() != before.sequence() + 1) {
      return new Break(before.sequence() + 1, null, Reason.MISSING);
    }
    return chain.hash(before.hash(), entry).equals(link.hash())
        ? null
        : new Break(entry.sequence(), entry.id(), Reason.CHANGED);
  }

  private static Verification end(Head reached, Head head) {
    if (reached.sequence() < head.sequence()) {
      return new Verification(true, reached.sequence(), reached.hash(), null, reached.sequence());
    }
    return reached.hash().equals(head.hash())
        ? new Verification(true, reached.sequence(), reached.hash(), null, null)
        : broken(reached, new Break(head.sequence(), null, Reason.HEAD));
  }

  private static Verification broken(Head reached, Break where) {
    return new Verification(false, reached.sequence(), reached.hash(), where, null);
  }

  /**
   * @param valid whether all holds that was looked at
   * @param entries how many hold, from the first one if {@code after} was 0
   * @param head the hash of the last one that holds; whoever keeps it elsewhere can show later that
   *     nothing was cut off
   * @param next what {@code after} has to be to go on; null at the end, and where it is broken
   */
  record Verification(
      @Schema(description = "of the whole log only where `next` is null") boolean valid,
      long entries,
      String head,
      @Nullable Break firstBroken,
      @Schema(description = "the `after` of the next request; none at the end")
          @Nullable Long next) {}

  /**
   * @param sequence of the entry that is missing or is not what was written
   * @param id null when the entry is not there
   */
  record Break(long sequence, @Nullable UUID id, Reason reason) {}

  /** The entry is gone; it is not what was written; the end of the chain is not what it was. */
  enum Reason {
    MISSING,
    CHANGED,
    HEAD
  }
}
