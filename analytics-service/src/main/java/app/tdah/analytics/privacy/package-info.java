/** What this service holds about people, and for how long. */
@NullMarked
package app.tdah.analytics.privacy;

import org.jspecify.annotations.NullMarked;
