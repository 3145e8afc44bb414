package app.tdah.user.phone;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Only a number that is proven to be the user's can be the primary one. */
final class PhoneNumberNotVerified extends ProblemException {

  PhoneNumberNotVerified() {
    super(HttpStatus.CONFLICT, "phone-number-not-verified", "Verify this number first.");
  }
}
