/** Deny-by-default resource server and the current user. */
@NullMarked
package app.tdah.defaults.security;

import org.jspecify.annotations.NullMarked;
