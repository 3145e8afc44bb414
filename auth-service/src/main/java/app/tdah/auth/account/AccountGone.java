package app.tdah.auth.account;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The access token outlived its account. */
final class AccountGone extends ProblemException {

  AccountGone() {
    super(HttpStatus.NOT_FOUND, "account-not-found", "This account does not exist any more.");
  }
}
