package app.tdah.session.threat;

/** What is done about a finding. */
enum Action {
  /** The user is told. */
  NOTIFY,
  /** The user has to prove who they are with the next request of every session. */
  STEP_UP,
  /** The sessions in question end. */
  END_SESSIONS,
  /** The addresses in question are slowed down, save for devices that are known. */
  THROTTLE
}
