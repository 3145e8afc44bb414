/** The oauth service: connected accounts, their tokens and what is synced from them. */
@NullMarked
package app.tdah.oauth;

import org.jspecify.annotations.NullMarked;
