/**
 * A tiny router over the JDK's HTTP server: requests, responses, failures with a body of their own.
 */
@NullMarked
package app.tdah.devstack.simulator.http;

import org.jspecify.annotations.NullMarked;
