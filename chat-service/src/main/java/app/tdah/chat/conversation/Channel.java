package app.tdah.chat.conversation;

/** How the user and the assistant talk. */
public enum Channel {
  /** The web app, and any other client of the API. */
  WEB,
  /** Text messages: one continuous conversation. */
  SMS
}
