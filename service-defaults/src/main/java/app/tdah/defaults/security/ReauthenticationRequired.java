package app.tdah.defaults.security;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** A sensitive change by somebody who signed in a while ago. */
public final class ReauthenticationRequired extends ProblemException {

  ReauthenticationRequired() {
    super(
        HttpStatus.FORBIDDEN,
        "reauthentication-required",
        "Confirm that it is you: POST /api/v1/auth/reauthenticate, then try again.");
  }
}
