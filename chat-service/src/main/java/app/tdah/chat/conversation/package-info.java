/** Conversations and their messages, as rows with a parent. */
@NullMarked
package app.tdah.chat.conversation;

import org.jspecify.annotations.NullMarked;
