/** Focus sessions: time set aside for one thing, with somebody beside. */
@NullMarked
package app.tdah.chat.focus;

import org.jspecify.annotations.NullMarked;
