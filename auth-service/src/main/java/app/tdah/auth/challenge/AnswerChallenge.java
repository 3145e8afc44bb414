package app.tdah.auth.challenge;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.challenge.Challenges.Challenge;
import app.tdah.auth.factor.Method;
import app.tdah.auth.factor.SecondFactors;
import app.tdah.auth.factor.TrustedDevices;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.SignedIn;
import app.tdah.auth.session.StartSession;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.web.InvalidField;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Finishes a log-in with the second factor. */
@Component
class AnswerChallenge {

  private final Challenges challenges;
  private final SecondFactors factors;
  private final CheckCode codes;
  private final ChallengeSms sms;
  private final TrustedDevices devices;
  private final AccountDirectory accounts;
  private final StartSession sessions;
  private final TransactionOperations transactions;

  AnswerChallenge(
      Challenges challenges,
      SecondFactors factors,
      CheckCode codes,
      ChallengeSms sms,
      TrustedDevices devices,
      AccountDirectory accounts,
      StartSession sessions,
      TransactionOperations transactions) {
    this.challenges = challenges;
    this.factors = factors;
    this.codes = codes;
    this.sms = sms;
    this.devices = devices;
    this.accounts = accounts;
    this.sessions = sessions;
    this.transactions = transactions;
  }

  /**
   * Starts the session of the log-in that the challenge stands for. Of many right answers at once
   * one gets it.
   */
  SignedIn answer(Challenge challenge, Method method, String code, boolean trust, Device from) {
    Account account = accounts.find(challenge.accountId()).orElseThrow(ChallengeEnded::new);
    if (!factors.of(account.id()).contains(method)) {
      throw new InvalidField("method", "is not set up for this account");
    }
    int left = challenges.attempt(challenge.id()).orElseThrow(ChallengeEnded::new);
    boolean right =
        codes.spend(
            account,
            method,
            code,
            from,
            () -> challenges.isSmsCode(challenge.id(), sms.hash(challenge.id(), code.strip())));
    if (!right) {
      throw new InvalidCode(left);
    }
    OpaqueToken cookie = from.cookie();
    boolean trusted = trust && cookie != null;
    transactions.executeWithoutResult(status -> {
      if (!challenges.end(challenge.id())) {
        throw new ChallengeEnded();
      }
      if (trusted && cookie != null) {
        devices.trust(account.id(), cookie, challenge.deviceName(), from.userAgent());
      }
    });
    Device device =
        new Device(challenge.deviceName(), from.userAgent(), from.address(), cookie, trusted);
    return sessions.start(account, device, method.amr());
  }
}
