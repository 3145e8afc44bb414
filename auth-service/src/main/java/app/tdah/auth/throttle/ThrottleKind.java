package app.tdah.auth.throttle;

/** What is guessed; each has counters of its own. */
public enum ThrottleKind {
  PASSWORD,
  TOTP,
  SMS,
  BACKUP_CODE,
  PASSKEY
}
