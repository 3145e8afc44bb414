package app.tdah.auth.factor;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.account.OpenSessions;
import app.tdah.auth.passkey.Passkey;
import app.tdah.auth.passkey.Passkeys;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.InvalidField;
import app.tdah.defaults.web.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Adds and removes factors of somebody who proved within the last minutes who they are. */
@Component
class ChangeFactors {

  private static final String ISSUER = "Personal Assistant";

  private final TotpFactors totp;
  private final BackupCodes backupCodes;
  private final Phones phones;
  private final Passkeys passkeys;
  private final TrustedDevices devices;
  private final AccountDirectory accounts;
  private final FactorNotice notice;
  private final SecondFactors factors;
  private final SmsFactors sms;
  private final FactorChanges changes;
  private final OpenSessions sessions;
  private final TransactionOperations transactions;
  private final Clock clock;

  ChangeFactors(
      TotpFactors totp,
      BackupCodes backupCodes,
      Phones phones,
      Passkeys passkeys,
      TrustedDevices devices,
      AccountDirectory accounts,
      FactorNotice notice,
      SecondFactors factors,
      SmsFactors sms,
      FactorChanges changes,
      OpenSessions sessions,
      TransactionOperations transactions,
      Clock clock) {
    this.totp = totp;
    this.backupCodes = backupCodes;
    this.phones = phones;
    this.passkeys = passkeys;
    this.devices = devices;
    this.accounts = accounts;
    this.notice = notice;
    this.factors = factors;
    this.sms = sms;
    this.changes = changes;
    this.sessions = sessions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A secret to confirm; nothing is asked for at sign-in before that. */
  TotpSetUp beginTotp(CurrentUser user) {
    user.requireRecentLogin(clock);
    Account account = accounts.find(user.id()).orElseThrow(FactorNotThere::new);
    String secret = changing(user, () -> totp.begin(user.id()).orElseThrow(FactorExists::new));
    String uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(encoded(ISSUER), encoded(account.email()), secret, encoded(ISSUER));
    return new TotpSetUp(secret, uri, QrCode.dataUri(uri));
  }

  /** The backup codes that come with the first factor; null when there were some. */
  @Nullable List<String> confirmTotp(CurrentUser user, String code) {
    user.requireRecentLogin(clock);
    TotpFactors.Proof proof = totp.prove(user.id(), code).orElseThrow(ChangeFactors::wrongCode);
    Map<String, String> codes = changes.prepareCodes(user.id());
    return changing(
            user,
            () -> {
              if (!totp.confirm(user.id(), proof)) {
                throw wrongCode();
              }
              return new FirstCodes(changes.added(user.id(), "TOTP", codes));
            })
        .codes();
  }

  void removeTotp(CurrentUser user) {
    user.requireRecentLogin(clock);
    remove(user, "TOTP", () -> totp.remove(user.id()));
  }

  @Nullable List<String> addSms(CurrentUser user) {
    user.requireRecentLogin(clock);
    requirePhone(user);
    Map<String, String> codes = changes.prepareCodes(user.id());
    return changing(
            user,
            () -> {
              requirePhone(user);
              if (!sms.enable(user.id())) {
                throw new FactorExists();
              }
              return new FirstCodes(changes.added(user.id(), "SMS", codes));
            })
        .codes();
  }

  void removeSms(CurrentUser user) {
    user.requireRecentLogin(clock);
    remove(user, "SMS", () -> sms.disable(user.id()));
  }

  /** Options for the browser that shall make a passkey. */
  Map<String, Object> beginPasskey(CurrentUser user) {
    user.requireRecentLogin(clock);
    return passkeys.creationOptions(accounts.find(user.id()).orElseThrow(FactorNotThere::new));
  }

  /** Registers what the browser made; the first factor brings backup codes. */
  AddedPasskey addPasskey(CurrentUser user, String name, String credential) {
    user.requireRecentLogin(clock);
    Supplier<Passkey> checked = passkeys.register(user.id(), name, credential);
    Map<String, String> codes = changes.prepareCodes(user.id());
    return changing(
        user,
        () -> {
          Passkey made = checked.get();
          return new AddedPasskey(made, changes.added(user.id(), "PASSKEY", codes));
        });
  }

  Passkey renamePasskey(CurrentUser user, UUID id, String name) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> passkeys.rename(user.id(), id, name).orElseThrow(FactorNotThere::new)));
  }

  void removePasskey(CurrentUser user, UUID id) {
    user.requireRecentLogin(clock);
    remove(user, "PASSKEY", () -> passkeys.remove(user.id(), id));
  }

  /** Ten new codes; the old ones are void. */
  List<String> renewBackupCodes(CurrentUser user) {
    user.requireRecentLogin(clock);
    requireFactor(user);
    Map<String, String> codes = backupCodes.make();
    return changing(
        user,
        () -> {
          requireFactor(user);
          backupCodes.replace(user.id(), codes);
          notice.changed(user.id(), "BACKUP_CODES", "RENEWED");
          return List.copyOf(codes.keySet());
        });
  }

  void distrust(CurrentUser user, UUID device) {
    transactions.executeWithoutResult(status -> {
      if (!devices.remove(user.id(), device)) {
        throw new FactorNotThere();
      }
    });
  }

  void distrustAll(CurrentUser user) {
    transactions.executeWithoutResult(status -> devices.removeAll(user.id()));
  }

  private void remove(CurrentUser user, String factor, BooleanSupplier removal) {
    changing(
        user,
        () -> {
          if (!removal.getAsBoolean()) {
            throw new FactorNotThere();
          }
          changes.removed(user.id(), factor);
          return true;
        });
  }

  /** One change of an account's factors at a time. */
  private <T> T changing(CurrentUser user, Supplier<T> change) {
    return Objects.requireNonNull(
        transactions.execute(status -> {
          factors.lock(user.id());
          sessions.require(user.sessionId());
          return change.get();
        }));
  }

  private void requirePhone(CurrentUser user) {
    if (phones.numberOf(user.id()).isEmpty()) {
      throw new PhoneNotVerified();
    }
  }

  private void requireFactor(CurrentUser user) {
    if (factors.of(user.id()).isEmpty()) {
      throw new FactorNotThere();
    }
  }

  private static InvalidField wrongCode() {
    return new InvalidField("code", "is not the code that the app shows now");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A new passkey, and the backup codes that came with it. */
  record AddedPasskey(Passkey passkey, @Nullable List<String> backupCodes) {}

  /** Those to show, if any. */
  private record FirstCodes(@Nullable List<String> codes) {}

  /**
   * What an authenticator app needs.
   *
   * @param secret base32
   * @param qrCode the URI as an SVG image in a data URI
   */
  record TotpSetUp(String secret, String otpauthUri, String qrCode) {}

  private static final class FactorExists extends ProblemException {
    FactorExists() {
      super(HttpStatus.CONFLICT, "factor-exists", "This is set up already; remove it first.");
    }
  }

  private static final class FactorNotThere extends ProblemException {
    FactorNotThere() {
      super(HttpStatus.NOT_FOUND, "not-found", "There is no such factor or device.");
    }
  }

  private static final class PhoneNotVerified extends ProblemException {
    PhoneNotVerified() {
      super(
          HttpStatus.CONFLICT,
          "phone-not-verified",
          "Add a phone number and prove that it is yours first.");
    }
  }
}
