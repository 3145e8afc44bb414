package app.tdah.chat.language;

/** A message of the conversation so far. */
public record Said(boolean byUser, String text) {}
