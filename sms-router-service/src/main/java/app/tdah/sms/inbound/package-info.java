/** Texts that arrive: claimed once, routed to their user. */
@NullMarked
package app.tdah.sms.inbound;

import org.jspecify.annotations.NullMarked;
