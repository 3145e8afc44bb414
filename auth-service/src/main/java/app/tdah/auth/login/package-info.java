/** Signing in by password. */
@NullMarked
package app.tdah.auth.login;

import org.jspecify.annotations.NullMarked;
