/** What every service says about what was done: events that user-service keeps in its audit log. */
@NullMarked
package app.tdah.defaults.audit;

import org.jspecify.annotations.NullMarked;
