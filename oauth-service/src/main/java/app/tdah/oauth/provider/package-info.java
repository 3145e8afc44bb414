/** The port to OAuth providers: what each can do, and what it answers. */
@NullMarked
package app.tdah.oauth.provider;

import org.jspecify.annotations.NullMarked;
