/** What is behind {@code ./assistant}: starts, watches and stops the whole suite. */
@NullMarked
package app.tdah.devstack.launcher;

import org.jspecify.annotations.NullMarked;
