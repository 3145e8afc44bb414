package app.tdah.chat.task;

/** What becomes of a task's open parts when it is completed or dropped. */
public enum OpenParts {
  /** They end as it does: whoever is done with the whole is not asked about its parts. */
  END,
  /** They stay open. */
  KEEP
}
