/** Reminders that fire once, whatever the number of replicas. */
@NullMarked
package app.tdah.chat.reminder;

import org.jspecify.annotations.NullMarked;
