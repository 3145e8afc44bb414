package app.tdah.chat.language;

import java.time.ZonedDateTime;

/** What words are read in: a language, a moment and a conversation. */
record Context(Language language, ZonedDateTime now, Dialogue dialogue) {}
