/** What the assistant can do: tools on tasks, reminders and the calendar. */
@NullMarked
package app.tdah.chat.assistant.tools;

import org.jspecify.annotations.NullMarked;
