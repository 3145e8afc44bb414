package app.tdah.auth.passkey;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** This passkey is registered already. */
final class PasskeyExists extends ProblemException {

  PasskeyExists() {
    super(HttpStatus.CONFLICT, "passkey-exists", "This passkey is registered already.");
  }
}
