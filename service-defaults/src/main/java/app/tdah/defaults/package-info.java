/** Auto-configuration that every service has; no domain types. */
@NullMarked
package app.tdah.defaults;

import org.jspecify.annotations.NullMarked;
