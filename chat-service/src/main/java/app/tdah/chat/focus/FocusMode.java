package app.tdah.chat.focus;

/** How a session runs. */
public enum FocusMode {
  /** Ends after its planned minutes, for a break. */
  POMODORO,

  /** Goes on until it is stopped; the planned minutes are only when to look up. */
  FLOW,

  /** Ends after its planned minutes. */
  COUNTDOWN;

  boolean endsByItself() {
    return this != FLOW;
  }
}
