/** Usage and activity per user, summed as they happen. */
@NullMarked
package app.tdah.analytics.usage;

import org.jspecify.annotations.NullMarked;
