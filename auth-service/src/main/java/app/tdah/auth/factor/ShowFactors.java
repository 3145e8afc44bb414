package app.tdah.auth.factor;

import app.tdah.auth.factor.FactorController.FactorsBody;
import app.tdah.auth.passkey.Passkeys;
import app.tdah.auth.token.OpaqueToken;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an account has to sign in with. */
@Component
class ShowFactors {

  private final TotpFactors totp;
  private final BackupCodes backupCodes;
  private final Phones phones;
  private final TrustedDevices devices;
  private final SmsFactors sms;
  private final Passkeys passkeys;

  ShowFactors(
      TotpFactors totp,
      BackupCodes backupCodes,
      Phones phones,
      TrustedDevices devices,
      SmsFactors sms,
      Passkeys passkeys) {
    this.totp = totp;
    this.backupCodes = backupCodes;
    this.phones = phones;
    this.devices = devices;
    this.sms = sms;
    this.passkeys = passkeys;
  }

  @Transactional(readOnly = true)
  FactorsBody of(UUID accountId, @Nullable OpaqueToken device) {
    var confirmedAt = totp.confirmedAt(accountId);
    int remaining = backupCodes.remaining(accountId);
    var createdAt = backupCodes.createdAt(accountId);
    return new FactorsBody(
        new FactorsBody.Totp(confirmedAt.isPresent(), confirmedAt.orElse(null)),
        new FactorsBody.Sms(sms.enabled(accountId), phones.of(accountId)),
        new FactorsBody.BackupCodeState(
            remaining, createdAt, createdAt != null && remaining <= BackupCodes.FEW),
        passkeys.of(accountId),
        devices.of(accountId, device));
  }
}
