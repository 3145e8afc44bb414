/** The history of log-ins and sessions that a user can read. */
@NullMarked
package app.tdah.session.activity;

import org.jspecify.annotations.NullMarked;
