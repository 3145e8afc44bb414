/** How leased rows become work on virtual threads. */
@NullMarked
package app.tdah.oauth.work;

import org.jspecify.annotations.NullMarked;
