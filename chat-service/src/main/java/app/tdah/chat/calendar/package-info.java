/** The user's connected calendars, projected from integration events. */
@NullMarked
package app.tdah.chat.calendar;

import org.jspecify.annotations.NullMarked;
