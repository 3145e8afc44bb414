/** What this service knows of a user: language and time zone, projected from events. */
@NullMarked
package app.tdah.chat.person;

import org.jspecify.annotations.NullMarked;
