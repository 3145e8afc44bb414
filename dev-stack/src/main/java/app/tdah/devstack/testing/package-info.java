/** The real servers and signed tokens for the services' tests. */
@NullMarked
package app.tdah.devstack.testing;

import org.jspecify.annotations.NullMarked;
