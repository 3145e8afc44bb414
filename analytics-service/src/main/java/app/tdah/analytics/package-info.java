/** The analytics service: what happened, what was used and what it cost. */
@NullMarked
package app.tdah.analytics;

import org.jspecify.annotations.NullMarked;
