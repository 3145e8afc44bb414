package app.tdah.defaults.privacy;

import java.util.UUID;

/**
 * What a service holds about people; one bean in each service. Requests for export and erasure are
 * answered with it, each in one transaction with its inbox row.
 */
public interface PersonalData {

  /** The service in one word, such as {@code chat}. */
  String service();

  /**
   * Everything about a user that the user may see, in clear, as an object that becomes JSON. Rows
   * may be read while it is written: it is used within the transaction that asked for it.
   */
  Object export(UUID userId);

  /** Deletes everything about a user; may be asked for again. */
  void erase(UUID userId);

  /**
   * Whether this service waits for all others: it does not erase when asked but calls {@link
   * Erasure#run} by itself.
   */
  default boolean erasesLast() {
    return false;
  }
}
