/** auth-service: who somebody is, and the tokens that say so. */
@NullMarked
package app.tdah.auth;

import org.jspecify.annotations.NullMarked;
