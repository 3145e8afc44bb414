/**
 * Proving who one is once more: the second factor of a log-in, and again before sensitive changes.
 */
@NullMarked
package app.tdah.auth.challenge;

import org.jspecify.annotations.NullMarked;
