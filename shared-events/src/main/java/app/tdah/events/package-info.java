/** Domain events that the services share: records, topics and names, and nothing else. */
@NullMarked
package app.tdah.events;

import org.jspecify.annotations.NullMarked;
