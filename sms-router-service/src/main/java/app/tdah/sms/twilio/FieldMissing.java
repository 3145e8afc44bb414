package app.tdah.sms.twilio;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** A signed request lacks what Twilio always sends. */
final class FieldMissing extends ProblemException {
  FieldMissing(String field) {
    super(HttpStatus.BAD_REQUEST, "field-missing", "The field " + field + " is missing.");
  }
}
