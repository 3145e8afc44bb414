/** The one generator of ids. */
@NullMarked
package app.tdah.defaults.ids;

import org.jspecify.annotations.NullMarked;
