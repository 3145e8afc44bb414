package app.tdah.auth.challenge;

import app.tdah.auth.account.Account;
import app.tdah.auth.factor.Method;
import app.tdah.auth.factor.SecondFactors;
import app.tdah.auth.factor.TrustedDevices;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.RefreshTokenDelivery;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides after a right password whether a second factor is asked for. */
@Component
public class OpenChallenge {

  private final Challenges challenges;
  private final SecondFactors factors;
  private final TrustedDevices devices;

  OpenChallenge(Challenges challenges, SecondFactors factors, TrustedDevices devices) {
    this.challenges = challenges;
    this.factors = factors;
    this.devices = devices;
  }

  /** Empty when the account has none, or trusts this browser. */
  public Optional<MfaRequired> of(Account account, Device device, RefreshTokenDelivery delivery) {
    List<Method> methods = factors.of(account.id());
    if (methods.isEmpty() || devices.trusts(account.id(), device.cookie())) {
      return Optional.empty();
    }
    return Optional.of(
        new MfaRequired(
            MfaRequired.Status.MFA_REQUIRED,
            challenges.open(account, device, delivery),
            methods,
            Challenges.LIFETIME.toSeconds(),
            factors.maskedSmsNumber(account.id()).orElse(null)));
  }
}
