/** session-service: where somebody is signed in, and what happened to their account. */
@NullMarked
package app.tdah.session;

import org.jspecify.annotations.NullMarked;
