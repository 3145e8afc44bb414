/** Shows the user's open clients what they were notified of. */
@NullMarked
package app.tdah.chat.notification;

import org.jspecify.annotations.NullMarked;
