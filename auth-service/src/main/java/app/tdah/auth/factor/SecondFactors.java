package app.tdah.auth.factor;

import app.tdah.auth.passkey.Passkeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which second factors an account has, and whether a code is one of them. */
@Component
public class SecondFactors {

  private final TotpFactors totp;
  private final BackupCodes backupCodes;
  private final Phones phones;
  private final SmsFactors sms;
  private final Passkeys passkeys;
  private final FactorNotice notice;
  private final JdbcClient jdbc;

  SecondFactors(
      TotpFactors totp,
      BackupCodes backupCodes,
      Phones phones,
      SmsFactors sms,
      Passkeys passkeys,
      FactorNotice notice,
      JdbcClient jdbc) {
    this.totp = totp;
    this.backupCodes = backupCodes;
    this.phones = phones;
    this.sms = sms;
    this.passkeys = passkeys;
    this.notice = notice;
    this.jdbc = jdbc;
  }

  /**
   * Lets nobody else change or use the account's factors until the caller's transaction is over. To
   * be called before anything else is locked.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(UUID accountId) {
    jdbc.sql("select id from accounts where id = ? for no key update")
        .param(accountId)
        .query(UUID.class)
        .optional();
  }

  /** The strongest first; empty when the password is enough. */
  public List<Method> of(UUID accountId) {
    List<Method> methods = new ArrayList<>();
    if (!passkeys.of(accountId).isEmpty()) {
      methods.add(Method.PASSKEY);
    }
    if (totp.confirmedAt(accountId).isPresent()) {
      methods.add(Method.TOTP);
    }
    if (sms.enabled(accountId) && phones.numberOf(accountId).isPresent()) {
      methods.add(Method.SMS);
    }
    if (!methods.isEmpty() && backupCodes.remaining(accountId) > 0) {
      methods.add(Method.BACKUP_CODE);
    }
    return List.copyOf(methods);
  }

  /** The number that codes go to, in E.164. */
  public Optional<String> smsNumber(UUID accountId) {
    return sms.enabled(accountId) ? phones.numberOf(accountId) : Optional.empty();
  }

  /** The number that codes go to, for people to recognise: {@code ••• 34}. */
  public Optional<String> maskedSmsNumber(UUID accountId) {
    return smsNumber(accountId).map(Phones::masked);
  }

  /** Spends the code of an authenticator app; true for one caller, once. */
  @Transactional
  public boolean spendTotp(UUID accountId, String code) {
    return totp.spend(accountId, code);
  }

  /** Whether a passkey of the account signed; throws when not. */
  public void confirmByPasskey(UUID accountId, String credential) {
    passkeys.confirm(accountId, credential);
  }

  /** The unused backup code that this is; hashes, so to be called without a transaction. */
  public @Nullable UUID findBackupCode(UUID accountId, String code) {
    return backupCodes.find(accountId, code);
  }

  /** Spends it; true for one caller. Warns the owner when few are left. */
  @Transactional
  public boolean spendBackupCode(UUID accountId, UUID code) {
    if (!backupCodes.spend(code)) {
      return false;
    }
    int left = backupCodes.remaining(accountId);
    if (left <= BackupCodes.FEW) {
      notice.backupCodesLow(accountId, left);
    }
    return true;
  }
}
