/** A copy of all that is stored about a user, and the end of it: both over all services. */
@NullMarked
package app.tdah.user.privacy;

import org.jspecify.annotations.NullMarked;
