/** The suite's one door: routes, token and live-session checks, limits, and the web app. */
@NullMarked
package app.tdah.gateway;

import org.jspecify.annotations.NullMarked;
