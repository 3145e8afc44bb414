package app.tdah.user.phone;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The user has no phone number with this id. */
final class PhoneNumberNotFound extends ProblemException {

  PhoneNumberNotFound() {
    super(HttpStatus.NOT_FOUND, "phone-number-not-found", "You have no such phone number.");
  }
}
