package app.tdah.auth.account;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** An administrator closed the account; only told to somebody who has proved that it is theirs. */
public final class AccountSuspended extends ProblemException {

  public AccountSuspended() {
    super(
        HttpStatus.FORBIDDEN,
        "account-suspended",
        "This account is suspended. Write to whoever runs this service.");
  }
}
