/** Texts that leave: queue, sender number, attempts, delivery status, cost. */
@NullMarked
package app.tdah.sms.outbound;

import org.jspecify.annotations.NullMarked;
