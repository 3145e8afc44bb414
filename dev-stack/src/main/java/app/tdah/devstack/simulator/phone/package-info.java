/** The phone network: Twilio's REST API, its signed webhooks, and the handsets' messages. */
@NullMarked
package app.tdah.devstack.simulator.phone;

import org.jspecify.annotations.NullMarked;
