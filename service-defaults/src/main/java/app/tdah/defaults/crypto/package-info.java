/** Encryption of fields at rest and in events, and keyed-hash look-ups. */
@NullMarked
package app.tdah.defaults.crypto;

import org.jspecify.annotations.NullMarked;
