/** What this service holds about people, and for how long. */
@NullMarked
package app.tdah.chat.privacy;

import org.jspecify.annotations.NullMarked;
