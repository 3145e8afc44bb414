package app.tdah.devstack.process;

/** The signal that asks a process for an orderly end. */
public enum StopSignal {
  TERM,
  /** What PostgreSQL takes for "disconnect everybody and stop"; TERM would wait for its clients. */
  INT
}
