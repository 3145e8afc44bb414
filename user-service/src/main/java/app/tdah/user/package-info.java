/** The user service: who a user is, how to reach them, and reaching them. */
@NullMarked
package app.tdah.user;

import org.jspecify.annotations.NullMarked;
