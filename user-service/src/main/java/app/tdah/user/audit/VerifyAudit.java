package app.tdah.user.audit;

import app.tdah.user.audit.AuditEntries.Head;
import app.tdah.user.audit.AuditEntries.Link;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Walks the chain from its beginning and finds the first place where it does not hold. */
@Service
class VerifyAudit {

  private static final int PAGE = 1000;

  private final AuditEntries entries;
  private final AuditChain chain;

  VerifyAudit(AuditEntries entries, AuditChain chain) {
    this.entries = entries;
    this.chain = chain;
  }

  /** What was there when it was asked; entries that come meanwhile are not looked at. */
  Verification verify() {
    Head head = entries.head();
    Head reached = new Head(0, "");
    while (reached.sequence() < head.sequence()) {
      List<Link> page = entries.after(reached.sequence(), PAGE);
      if (page.isEmpty()) {
        return broken(reached, new Break(reached.sequence() + 1, null, Reason.MISSING));
      }
      for (Link link : page) {
        AuditEntry entry = link.entry();
        if (entry.sequence() > head.sequence()) {
          break;
        }
        if (entry.sequence() != reached.sequence() + 1) {
          return broken(reached, new Break(reached.sequence() + 1, null, Reason.MISSING));
        }
        String hash = chain.hash(reached.hash(), entry);
        if (!hash.equals(link.hash())) {
          return broken(reached, new Break(entry.sequence(), entry.id(), Reason.CHANGED));
        }
        reached = new Head(entry.sequence(), hash);
      }
    }
    if (!reached.hash().equals(head.hash())) {
      return broken(reached, new Break(head.sequence(), null, Reason.HEAD));
    }
    return new Verification(true, reached.sequence(), reached.hash(), null);
  }

  private static Verification broken(Head reached, Break where) {
    return new Verification(false, reached.sequence(), reached.hash(), where);
  }

  /**
   * @param entries how many hold, from the first one
   * @param head the hash of the last one that holds; whoever keeps it elsewhere can show later that
   *     nothing was cut off
   */
  record Verification(boolean valid, long entries, String head, @Nullable Break firstBroken) {}

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
