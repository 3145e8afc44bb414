/** Connected accounts: consent, tokens, refresh, disconnection. */
@NullMarked
package app.tdah.oauth.integration;

import org.jspecify.annotations.NullMarked;
