/** Routines: steps that are done again and again, with a habit strength instead of a streak. */
@NullMarked
package app.tdah.chat.routine;

import org.jspecify.annotations.NullMarked;
