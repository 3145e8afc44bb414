/** Looking after other people's accounts. */
@NullMarked
package app.tdah.user.admin;

import org.jspecify.annotations.NullMarked;
