/** The mailbox: a small SMTP server and what it received. */
@NullMarked
package app.tdah.devstack.simulator.mail;

import org.jspecify.annotations.NullMarked;
