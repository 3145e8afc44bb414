package app.tdah.user.admin;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Why an account is not looked after. */
final class AccountRefused extends ProblemException {

  private AccountRefused(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }

  static AccountRefused notFound() {
    return new AccountRefused(HttpStatus.NOT_FOUND, "user-not-found", "There is no such account.");
  }

  static AccountRefused own() {
    return new AccountRefused(
        HttpStatus.CONFLICT, "own-account", "You cannot suspend or reinstate your own account.");
  }
}
