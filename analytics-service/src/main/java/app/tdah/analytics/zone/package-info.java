/** The users' time zones, as other services tell them. */
@NullMarked
package app.tdah.analytics.zone;

import org.jspecify.annotations.NullMarked;
