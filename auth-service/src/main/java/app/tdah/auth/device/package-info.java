/** Browsers that signed in before, told apart by a cookie. */
@NullMarked
package app.tdah.auth.device;

import org.jspecify.annotations.NullMarked;
