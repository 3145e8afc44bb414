/** Passkeys: key pairs in people's devices that sign our challenges (WebAuthn). */
@NullMarked
package app.tdah.auth.passkey;

import org.jspecify.annotations.NullMarked;
