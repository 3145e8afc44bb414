package app.tdah.auth.login;

import app.tdah.auth.challenge.MfaRequired;
import app.tdah.auth.session.SignedIn;

/** How an attempt to sign in ended. */
sealed interface LoginResult {

  /** A session has started. */
  record Authenticated(SignedIn session) implements LoginResult {}

  /** The password is right, and a second factor is asked for. */
  record SecondFactor(MfaRequired challenge) implements LoginResult {}

  /** No such account, not confirmed yet, or another password: the caller never learns which. */
  record InvalidCredentials() implements LoginResult {}

  /** The password is right, the account closed. */
  record Suspended() implements LoginResult {}
}
