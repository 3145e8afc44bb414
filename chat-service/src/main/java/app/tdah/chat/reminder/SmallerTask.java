package app.tdah.chat.reminder;

import java.util.UUID;

/** Makes a task less to begin with; a reminder's answer SMALLER asks for it. */
@FunctionalInterface
public interface SmallerTask {

  /**
   * Shrinks the user's task in the current transaction.
   *
   * @return the first step, in the user's language
   */
  String smaller(UUID userId, UUID taskId);
}
