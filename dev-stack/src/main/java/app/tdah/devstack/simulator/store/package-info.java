/** State that survives a restart, as JSON files written atomically. */
@NullMarked
package app.tdah.devstack.simulator.store;

import org.jspecify.annotations.NullMarked;
