package app.tdah.auth.session;

import app.tdah.auth.token.OpaqueToken;

/** What became of a refresh token that was presented. */
sealed interface Rotation {

  /** The next token of a live session. */
  record Rotated(RefreshFamily family, OpaqueToken next) implements Rotation {}

  /** The session ended just now: the token was spent long ago, or too old. */
  record Ended(RefreshFamily family) implements Rotation {}

  /** The session has ended before. */
  record Over(RefreshFamily family) implements Rotation {}

  /** No such token. */
  record Unknown() implements Rotation {}
}
