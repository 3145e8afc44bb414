package app.tdah.sms.twilio;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The request does not come from Twilio, or not by the public URL that is set. */
final class SignatureInvalid extends ProblemException {
  SignatureInvalid() {
    super(HttpStatus.FORBIDDEN, "signature-invalid", "The signature does not fit this request.");
  }
}
