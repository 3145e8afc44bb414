/** Twilio: behind the sender port, and its signed webhooks. */
@NullMarked
package app.tdah.sms.twilio;

import org.jspecify.annotations.NullMarked;
