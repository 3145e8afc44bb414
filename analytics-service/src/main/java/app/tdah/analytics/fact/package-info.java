/** Every event of the suite as a fact, partitioned by month. */
@NullMarked
package app.tdah.analytics.fact;

import org.jspecify.annotations.NullMarked;
