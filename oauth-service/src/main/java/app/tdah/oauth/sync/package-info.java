/** What providers hold, copied page by page and told to the suite. */
@NullMarked
package app.tdah.oauth.sync;

import org.jspecify.annotations.NullMarked;
