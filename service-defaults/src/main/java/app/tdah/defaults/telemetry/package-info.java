/** Correlation ids from the gateway to the last consumer. */
@NullMarked
package app.tdah.defaults.telemetry;

import org.jspecify.annotations.NullMarked;
