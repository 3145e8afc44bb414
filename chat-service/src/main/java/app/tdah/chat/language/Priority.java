package app.tdah.chat.language;

/** How much a task matters. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH
}
