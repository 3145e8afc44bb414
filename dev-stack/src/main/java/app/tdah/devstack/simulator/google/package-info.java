/** A Google account: consent, tokens, profile and Calendar v3, in Google's wire format. */
@NullMarked
package app.tdah.devstack.simulator.google;

import org.jspecify.annotations.NullMarked;
