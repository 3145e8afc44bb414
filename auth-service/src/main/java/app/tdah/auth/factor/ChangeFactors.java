package app.tdah.auth.factor;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.passkey.Passkey;
import app.tdah.auth.passkey.Passkeys;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.InvalidField;
import app.tdah.defaults.web.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  private final JdbcClient jdbc;
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
      JdbcClient jdbc,
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
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A secret to confirm; nothing is asked for at sign-in before that. */
  TotpSetUp beginTotp(CurrentUser user) {
    user.requireRecentLogin(clock);
    Account account = accounts.find(user.id()).orElseThrow(FactorNotThere::new);
    String secret =
        Objects.requireNonNull(transactions.execute(status -> totp.begin(user.id())))
            .orElseThrow(FactorExists::new);
    String uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(encoded(ISSUER), encoded(account.email()), secret, encoded(ISSUER));
    return new TotpSetUp(secret, uri, QrCode.dataUri(uri));
  }

  /** The backup codes that come with the first factor; null when there were some. */
  @Nullable List<String> confirmTotp(CurrentUser user, String code) {
    user.requireRecentLogin(clock);
    Map<String, String> fresh = firstCodes(user.id());
    boolean confirmed =
        Boolean.TRUE.equals(
            transactions.execute(status -> {
              if (!totp.confirm(user.id(), code)) {
                return false;
              }
              added(user.id(), "TOTP", fresh);
              return true;
            }));
    if (!confirmed) {
      throw new InvalidField("code", "is not the code that the app shows now");
    }
    return fresh.isEmpty() ? null : List.copyOf(fresh.keySet());
  }

  void removeTotp(CurrentUser user) {
    user.requireRecentLogin(clock);
    transactions.executeWithoutResult(status -> {
      if (!totp.remove(user.id())) {
        throw new FactorNotThere();
      }
      removed(user.id(), "TOTP");
    });
  }

  @Nullable List<String> addSms(CurrentUser user) {
    user.requireRecentLogin(clock);
    if (phones.numberOf(user.id()).isEmpty()) {
      throw new PhoneNotVerified();
    }
    Map<String, String> fresh = firstCodes(user.id());
    transactions.executeWithoutResult(status -> {
      int added =
          jdbc.sql(
                  "insert into sms_factors (account_id, created_at) values (?, ?) on conflict do"
                      + " nothing")
              .param(user.id())
              .param(Timestamp.from(clock.instant()))
              .update();
      if (added == 0) {
        throw new FactorExists();
      }
      added(user.id(), "SMS", fresh);
    });
    return fresh.isEmpty() ? null : List.copyOf(fresh.keySet());
  }

  void removeSms(CurrentUser user) {
    user.requireRecentLogin(clock);
    transactions.executeWithoutResult(status -> {
      int gone = jdbc.sql("delete from sms_factors where account_id = ?").param(user.id()).update();
      if (gone == 0) {
        throw new FactorNotThere();
      }
      removed(user.id(), "SMS");
    });
  }

  /** Options for the browser that shall make a passkey. */
  Map<String, Object> beginPasskey(CurrentUser user) {
    user.requireRecentLogin(clock);
    return passkeys.creationOptions(accounts.find(user.id()).orElseThrow(FactorNotThere::new));
  }

  /** Registers what the browser made; the first factor brings backup codes. */
  AddedPasskey addPasskey(CurrentUser user, String name, String credential) {
    user.requireRecentLogin(clock);
    Map<String, String> fresh = firstCodes(user.id());
    Passkey passkey =
        Objects.requireNonNull(
            transactions.execute(status -> {
              Passkey made = passkeys.register(user.id(), name, credential);
              added(user.id(), "PASSKEY", fresh);
              return made;
            }));
    return new AddedPasskey(passkey, fresh.isEmpty() ? null : List.copyOf(fresh.keySet()));
  }

  Passkey renamePasskey(CurrentUser user, UUID id, String name) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> passkeys.rename(user.id(), id, name).orElseThrow(FactorNotThere::new)));
  }

  void removePasskey(CurrentUser user, UUID id) {
    user.requireRecentLogin(clock);
    transactions.executeWithoutResult(status -> {
      if (!passkeys.remove(user.id(), id)) {
        throw new FactorNotThere();
      }
      removed(user.id(), "PASSKEY");
    });
  }

  /** Ten new codes; the old ones are void. */
  List<String> renewBackupCodes(CurrentUser user) {
    user.requireRecentLogin(clock);
    if (factors.of(user.id()).isEmpty()) {
      throw new FactorNotThere();
    }
    Map<String, String> codes = backupCodes.make();
    transactions.executeWithoutResult(status -> {
      backupCodes.replace(user.id(), codes);
      notice.changed(user.id(), "BACKUP_CODES", "RENEWED");
    });
    return List.copyOf(codes.keySet());
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

  /** Hashes, so without a transaction; nothing when the account has codes. */
  private Map<String, String> firstCodes(UUID accountId) {
    return backupCodes.exist(accountId) ? Map.of() : backupCodes.make();
  }

  private void added(UUID accountId, String factor, Map<String, String> firstCodes) {
    if (!firstCodes.isEmpty()) {
      backupCodes.replace(accountId, firstCodes);
    }
    notice.changed(accountId, factor, "ADDED");
  }

  /** Codes without a factor that they could stand in for are no use; trust is asked for anew. */
  private void removed(UUID accountId, String factor) {
    devices.removeAll(accountId);
    if (factors.of(accountId).isEmpty()) {
      backupCodes.removeAll(accountId);
    }
    notice.changed(accountId, factor, "REMOVED");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A new passkey, and the backup codes that came with it. */
  record AddedPasskey(Passkey passkey, @Nullable List<String> backupCodes) {}

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
