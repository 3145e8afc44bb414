package app.tdah.auth.passkey;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Not a signature of a passkey that we know, for a challenge of ours. */
public final class InvalidPasskey extends ProblemException {

  InvalidPasskey() {
    super(HttpStatus.UNAUTHORIZED, "invalid-passkey", "This passkey was not accepted.");
  }
}
