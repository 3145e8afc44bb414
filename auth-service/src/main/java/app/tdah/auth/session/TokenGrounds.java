package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import java.time.Instant;

/**
 * What an access token is going to say. Account and time are read in the transaction that locks the
 * session, so that a role taken away later finds the token older than itself, however long its
 * signature takes.
 */
record TokenGrounds(RefreshFamily family, Account account, Instant at) {

  /** Never before {@code rolesSince}: the gateway would refuse a token with the right roles. */
  Instant issuedAt() {
    Instant since = family.rolesSince();
    return since != null && since.isAfter(at) ? since : at;
  }
}
