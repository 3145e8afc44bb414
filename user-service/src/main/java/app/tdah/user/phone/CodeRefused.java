package app.tdah.user.phone;

import app.tdah.defaults.web.FieldProblem;
import app.tdah.defaults.web.ProblemException;
import app.tdah.user.phone.Verification.Refused;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A code that did not verify a number, as the client sees it. */
final class CodeRefused extends ProblemException {

  private CodeRefused(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }

  static ProblemException because(Refused refused) {
    return switch (refused) {
      case WRONG -> onCode("code-wrong", "This is not the code that was sent.");
      case EXPIRED -> onCode("code-expired", "There is no valid code; ask for a new one.");
      case EXHAUSTED ->
          new CodeRefused(
              HttpStatus.TOO_MANY_REQUESTS,
              "code-exhausted",
              "Too many wrong codes; ask for a new one.");
      case ALREADY_VERIFIED ->
          new CodeRefused(
              HttpStatus.CONFLICT, "phone-number-verified", "This number is verified already.");
      case TAKEN ->
          new CodeRefused(
              HttpStatus.CONFLICT, "phone-number-taken", "This number belongs to another account.");
    };
  }

  private static ProblemException onCode(String code, String detail) {
    return new CodeRefused(HttpStatus.BAD_REQUEST, code, detail)
        .fieldErrors(List.of(new FieldProblem("code", detail)));
  }
}
