package app.tdah.chat.focus;

/** Where a session stands. */
public enum FocusStatus {
  RUNNING,
  PAUSED,
  COMPLETED,
  STOPPED;

  boolean isOpen() {
    return this == RUNNING || this == PAUSED;
  }
}
