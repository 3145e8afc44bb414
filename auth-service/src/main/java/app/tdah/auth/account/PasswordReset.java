package app.tdah.auth.account;

import app.tdah.auth.account.CredentialToken.Purpose;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.crypto.FieldCipher;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets somebody who forgot the password choose another one, by a link to the account's address. It
 * signs nobody in and leaves second factors alone.
 */
@Component
class PasswordReset {

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int MAX_PER_WINDOW = 3;

  private final AskLater later;
  private final Accounts accounts;
  private final CredentialTokens tokens;
  private final NewPassword newPassword;
  private final ResetEffects effects;
  private final TransactionOperations transactions;
  private final FieldCipher cipher;
  private final Clock clock;

  PasswordReset(
      AskLater later,
      Accounts accounts,
      CredentialTokens tokens,
      NewPassword newPassword,
      ResetEffects effects,
      TransactionOperations transactions,
      FieldCipher cipher,
      Clock clock) {
    this.later = later;
    this.accounts = accounts;
    this.tokens = tokens;
    this.newPassword = newPassword;
    this.effects = effects;
    this.transactions = transactions;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Takes the request; whether there is an account is looked up after the answer. */
  void forgot(EmailAddress email) {
    later.ask(AddressRequest.Kind.PASSWORD_RESET, Wish.of(email));
  }

  /** Mails a link where there is an account; runs in the caller's transaction. */
  void mailLink(Wish wish) {
    accounts
        .lockByEmailIndex(cipher.blindIndex(wish.email()))
        .filter(account -> recent(account) < MAX_PER_WINDOW)
        .ifPresent(account -> {
          OpaqueToken token = OpaqueToken.generate();
          tokens.save(CredentialToken.passwordReset(token, account.id(), clock));
          effects.mailed(account, token);
        });
  }

  /** Sets the password and ends every session; the token is good for one of however many ask. */
  void reset(OpaqueToken token, String password) {
    Account account =
        tokens
            .findUsable(token.hash(), Purpose.PASSWORD_RESET, clock.instant())
            .flatMap(usable -> accounts.findById(usable.accountId()))
            .orElseThrow(InvalidToken::new);
    String hash = newPassword.hash(password, account);
    transactions.executeWithoutResult(status -> {
      Account locked = accounts.lockById(account.id()).orElseThrow(InvalidToken::new);
      if (tokens.consume(token.hash(), Purpose.PASSWORD_RESET, clock.instant()) == 0) {
        throw new InvalidToken();
      }
      newPassword.set(locked, hash);
      effects.done(locked);
    });
  }

  private int recent(Account account) {
    return tokens.countByAccountIdAndPurposeAndCreatedAtAfter(
        account.id(), Purpose.PASSWORD_RESET, clock.instant().minus(WINDOW));
  }
}
