/** Where a request comes from: what a user agent says, and roughly where an address is. */
@NullMarked
package app.tdah.session.origin;

import org.jspecify.annotations.NullMarked;
