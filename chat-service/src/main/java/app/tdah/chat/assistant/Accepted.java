package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Message;

/** A message and the one that answers it. */
record Accepted(Message user, Message assistant) {}
