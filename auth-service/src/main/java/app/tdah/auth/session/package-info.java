/** Sessions: refresh-token families, access tokens, and their mirror in Redis. */
@NullMarked
package app.tdah.auth.session;

import org.jspecify.annotations.NullMarked;
