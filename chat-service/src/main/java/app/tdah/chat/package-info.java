/** The assistant: conversations, tools, tasks, reminders, and the realtime hub. */
@NullMarked
package app.tdah.chat;

import org.jspecify.annotations.NullMarked;
