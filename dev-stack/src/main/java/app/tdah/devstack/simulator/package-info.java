/** The outside world of the suite on one port: phone, mailbox, Google, OpenAI, and their faults. */
@NullMarked
package app.tdah.devstack.simulator;

import org.jspecify.annotations.NullMarked;
