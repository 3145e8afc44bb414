package app.tdah.chat.conversation;

/** Which models a conversation may name. */
@FunctionalInterface
public interface ModelChoice {

  /** Whether there is one with this id. */
  boolean has(String id);
}
