/** Faults that can be switched on per vendor and that count themselves down. */
@NullMarked
package app.tdah.devstack.simulator.fault;

import org.jspecify.annotations.NullMarked;
