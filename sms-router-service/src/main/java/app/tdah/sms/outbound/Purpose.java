package app.tdah.sms.outbound;

/** Why a text is sent. */
public enum Purpose {
  /** An answer; a user's answers leave in the order in which they were given. */
  CONVERSATION,
  NOTIFICATION,
  /** Worth nothing after ten minutes. */
  SECURITY_CODE,
  /** Tells a stranger what this number is. */
  HELP
}
