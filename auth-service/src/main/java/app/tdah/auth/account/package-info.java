/**
 * Accounts: registration, passwords, e-mail addresses and the proof that they are their owner's.
 */
@NullMarked
package app.tdah.auth.account;

import org.jspecify.annotations.NullMarked;
