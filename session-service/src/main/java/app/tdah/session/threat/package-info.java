/**
 * Threats found in security events by explainable rules, what is done about them, and the way to
 * dismiss them.
 */
@NullMarked
package app.tdah.session.threat;

import org.jspecify.annotations.NullMarked;
