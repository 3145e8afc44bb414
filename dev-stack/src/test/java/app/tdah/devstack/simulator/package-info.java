/** The simulator's wire formats, seen from outside. */
package app.tdah.devstack.simulator;
