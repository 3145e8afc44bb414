/** The port to whoever carries text messages. */
@NullMarked
package app.tdah.sms.sender;

import org.jspecify.annotations.NullMarked;
