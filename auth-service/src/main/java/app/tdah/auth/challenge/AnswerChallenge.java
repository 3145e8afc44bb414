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
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Finishes a log-in with the second factor. */
@Component
class AnswerChallenge {

  private final Challenges challenges;
  private final SecondFactors factors;
  private final CheckCode check;
  private final TextedCodes texted;
  private final ChallengeSms sms;
  private final TrustedDevices devices;
  private final AccountDirectory accounts;
  private final StartSession sessions;

  AnswerChallenge(
      Challenges challenges,
      SecondFactors factors,
      CheckCode check,
      TextedCodes texted,
      ChallengeSms sms,
      TrustedDevices devices,
      AccountDirectory accounts,
      StartSession sessions) {
    this.challenges = challenges;
    this.factors = factors;
    this.check = check;
    this.texted = texted;
    this.sms = sms;
    this.devices = devices;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /**
   * Starts the session of the log-in that the challenge stands for. Of many right answers at once
   * one gets it. The code is spent, the challenge ended and the session begun together or not at
   * all; who has to wait loses no attempt.
   */
  SignedIn answer(Challenge challenge, Method method, String code, boolean trust, Device from) {
    Account account = accounts.find(challenge.accountId()).orElseThrow(ChallengeEnded::new);
    if (!factors.of(account.id()).contains(method)) {
      throw new InvalidField("method", "is not set up for this account");
    }
    check.admit(account, method, from);
    int left = challenges.attempt(challenge.id()).orElseThrow(ChallengeEnded::new);
    BooleanSupplier spend =
        check.prepare(account, method, code, () -> isTexted(challenge.id(), code));
    boolean trusted = trust && from.cookie() != null;
    Device device =
        new Device(
            challenge.deviceName(), from.userAgent(), from.address(), from.cookie(), trusted);
    Optional<SignedIn> session =
        sessions.startIf(
            () -> solve(challenge.id(), spend, account, device), account, device, method.amr());
    if (session.isEmpty()) {
      check.failed(account, method, from);
      throw new InvalidCode(left);
    }
    check.succeeded(account, method, from);
    return session.get();
  }

  /** In the transaction in which the session begins. */
  private boolean solve(UUID id, BooleanSupplier spend, Account account, Device device) {
    factors.lock(account.id());
    if (!challenges.isOpen(id)) {
      throw new ChallengeEnded();
    }
    if (!spend.getAsBoolean()) {
      return false;
    }
    challenges.end(id);
    OpaqueToken cookie = device.cookie();
    if (device.trusted() && cookie != null) {
      devices.trust(account.id(), cookie, device.name(), device.userAgent());
    }
    return true;
  }

  private boolean isTexted(UUID id, String code) {
    return texted.matches(id, sms.hash(id, code.strip()));
  }
}
