/** What this service holds about people, and for how long. */
@NullMarked
package app.tdah.auth.privacy;

import org.jspecify.annotations.NullMarked;
