/** Accounts: registration, passwords, and the proof that an e-mail address is its owner's. */
@NullMarked
package app.tdah.auth.account;

import org.jspecify.annotations.NullMarked;
