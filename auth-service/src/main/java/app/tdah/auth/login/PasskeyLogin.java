package app.tdah.auth.login;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.account.AccountSuspended;
import app.tdah.auth.passkey.Passkeys;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.SignedIn;
import app.tdah.auth.session.StartSession;
import java.util.List;
import org.springframework.stereotype.Component;

/** Starts the session of who holds a passkey. */
@Component
class PasskeyLogin {

  private static final List<String> PASSKEY = List.of("hwk", "user", "mfa");

  private final Passkeys passkeys;
  private final AccountDirectory accounts;
  private final StartSession sessions;
  private final LoginFailures failures;

  PasskeyLogin(
      Passkeys passkeys, AccountDirectory accounts, StartSession sessions, LoginFailures failures) {
    this.passkeys = passkeys;
    this.accounts = accounts;
    this.sessions = sessions;
    this.failures = failures;
  }

  /**
   * @throws app.tdah.auth.passkey.InvalidPasskey when it is none of ours
   * @throws AccountSuspended when the account is closed
   */
  SignedIn login(String credential, Device device) {
    Account account = accounts.find(passkeys.login(credential)).orElseThrow(AccountSuspended::new);
    if (account.suspended()) {
      failures.report(account, account.emailIndex(), device, "ACCOUNT_SUSPENDED");
      throw new AccountSuspended();
    }
    return sessions.start(account, device, PASSKEY);
  }
}
