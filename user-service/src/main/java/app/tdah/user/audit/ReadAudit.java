package app.tdah.user.audit;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.user.audit.AuditSearch.Found;
import app.tdah.user.audit.VerifyAudit.Verification;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Looks into the log. Taking it along and verifying it are themselves entries. */
@Service
class ReadAudit {

  private static final int PAGE = 500;
  private static final String HEADER =
      CsvLine.of(
          "sequence",
          "id",
          "at",
          "service",
          "action",
          "outcome",
          "actorId",
          "userId",
          "target",
          "address",
          "details");

  private final AuditSearch search;
  private final VerifyAudit verification;
  private final AuditTrail audit;
  private final TransactionOperations transactions;

  ReadAudit(
      AuditSearch search,
      VerifyAudit verification,
      AuditTrail audit,
      TransactionOperations transactions) {
    this.search = search;
    this.verification = verification;
    this.audit = audit;
    this.transactions = transactions;
  }

  List<Found> search(AuditFilter filter, @Nullable UUID last, int limit) {
    return search.search(filter, last, limit);
  }

  /**
   * All that matches, page by page: as much memory for a million as for a hundred.
   *
   * @param open called once the first page is there, so that what is refused is refused before
   */
  void export(AuditFilter filter, Opening open) throws IOException {
    List<Found> page = search.search(filter, null, PAGE);
    told("audit.export", Map.of());
    Writer out = open.open();
    out.write(HEADER);
    while (!page.isEmpty()) {
      for (Found found : page) {
        out.write(line(found));
      }
      out.flush();
      UUID last = page.getLast().entry().id();
      page = page.size() < PAGE ? List.of() : search.search(filter, last, PAGE);
    }
  }

  Verification verify(long after) {
    Verification result = verification.verify(after);
    told(
        "audit.verify",
        Map.of(
            "valid", String.valueOf(result.valid()),
            "after", String.valueOf(after),
            "entries", String.valueOf(result.entries())));
    return result;
  }

  private static String line(Found found) {
    AuditEntry entry = found.entry();
    return CsvLine.of(
        entry.sequence(),
        entry.id(),
        entry.at(),
        entry.service(),
        entry.action(),
        entry.outcome(),
        found.actorId(),
        found.userId(),
        entry.target(),
        found.address(),
        entry.details());
  }

  private void told(String action, Map<String, String> details) {
    transactions.executeWithoutResult(status -> audit.done(action, null, null, details));
  }

  /** Where the file goes. */
  @FunctionalInterface
  interface Opening {
    Writer open() throws IOException;
  }
}
