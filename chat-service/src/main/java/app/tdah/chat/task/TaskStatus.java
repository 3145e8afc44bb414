package app.tdah.chat.task;

/** Where a task stands. */
public enum TaskStatus {
  OPEN,
  DOING,
  DONE,
  DROPPED;

  /** Whether it is still to be done. */
  public boolean isActive() {
    return this == OPEN || this == DOING;
  }
}
