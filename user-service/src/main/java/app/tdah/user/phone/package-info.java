/** Phone numbers, and the proof that they are the user's. */
@NullMarked
package app.tdah.user.phone;

import org.jspecify.annotations.NullMarked;
