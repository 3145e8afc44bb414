/** Opaque secrets that are handed out once and stored as a hash. */
@NullMarked
package app.tdah.auth.token;

import org.jspecify.annotations.NullMarked;
