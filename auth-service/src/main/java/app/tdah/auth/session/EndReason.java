package app.tdah.auth.session;

/** Why a session is over; {@code REVOKED} is session-service's doing. */
enum EndReason {
  LOGOUT,
  EXPIRED,
  TOKEN_REUSED,
  REVOKED,
  PASSWORD_RESET,
  PASSWORD_CHANGED,
  SUSPENDED
}
