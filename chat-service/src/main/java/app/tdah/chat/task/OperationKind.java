package app.tdah.chat.task;

import java.util.Locale;

/** What was done to tasks. */
public enum OperationKind {
  CREATED,
  EDITED,
  STARTED,
  COMPLETED,
  REOPENED,
  DROPPED,
  POSTPONED,
  DELETED,
  /** A change that was made offline came in. */
  MERGED,
  UNDONE,
  REDONE;

  /** As events name it. */
  String change() {
    return name().toLowerCase(Locale.ROOT);
  }
}
