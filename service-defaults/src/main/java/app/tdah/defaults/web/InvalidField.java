package app.tdah.defaults.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** One field of the request cannot be accepted: 400 with code {@code validation-failed}. */
public final class InvalidField extends ProblemException {

  public InvalidField(String field, String message) {
    super(
        HttpStatus.BAD_REQUEST,
        "validation-failed",
        "The request has a field that cannot be accepted.");
    fieldErrors(List.of(new FieldProblem(field, message)));
  }
}
