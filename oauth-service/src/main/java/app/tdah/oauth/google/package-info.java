/** Google behind the provider port, in Google's wire formats. */
@NullMarked
package app.tdah.oauth.google;

import org.jspecify.annotations.NullMarked;
