/** Keys that sign access tokens, and their rotation. */
@NullMarked
package app.tdah.auth.key;

import org.jspecify.annotations.NullMarked;
