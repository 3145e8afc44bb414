package app.tdah.chat.language;

import java.util.List;

/** What a message to the assistant means. */
public sealed interface Understanding {

  /** The language it is written in. */
  Language language();

  /** Do these, in this order. */
  record Commands(Language language, List<ToolRequest> requests) implements Understanding {}

  /** A greeting or a question about the assistant. */
  record SmallTalk(Language language, Topic topic) implements Understanding {}

  /**
   * A command that lacks something: ask for it.
   *
   * @param request what is known
   * @param missing the argument to ask for
   */
  record Clarify(Language language, ToolRequest request, String missing) implements Understanding {}

  /** None of the above. */
  record Unknown(Language language) implements Understanding {}

  /** What small talk is about. */
  enum Topic {
    GREETING,
    THANKS,
    IDENTITY,
    HELP,
    NEVER_MIND
  }
}
