/** The brake on guessing passwords and codes. */
@NullMarked
package app.tdah.auth.throttle;

import org.jspecify.annotations.NullMarked;
