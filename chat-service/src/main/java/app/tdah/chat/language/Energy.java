package app.tdah.chat.language;

/** How much energy a task takes, or its user has. */
public enum Energy {
  LOW,
  MEDIUM,
  HIGH
}
