/** Signing in by password, and the brake on guessing. */
@NullMarked
package app.tdah.auth.login;

import org.jspecify.annotations.NullMarked;
