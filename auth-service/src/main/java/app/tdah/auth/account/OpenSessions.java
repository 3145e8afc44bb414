package app.tdah.auth.account;

import java.util.UUID;

/**
 * Whether a session goes on. Somebody may have ended it, by resetting the password for example,
 * after the gateway let a request in that is still at work: what it asked for must not be done.
 */
public interface OpenSessions {

  /**
   * Keeps the session open until the caller's transaction is over. Who locks the account too does
   * that first.
   *
   * @throws app.tdah.defaults.web.ProblemException (401) when it has ended
   */
  void require(UUID sessionId);
}
