package app.tdah.auth.account;

import app.tdah.auth.account.CredentialToken.Purpose;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.security.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves an account to another address, once the new one's owner has followed a link. That an
 * address is taken is told to its owner alone.
 */
@Component
class EmailChange {

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int MAX_PER_WINDOW = 3;

  private final AskLater later;
  private final Accounts accounts;
  private final UnconfirmedAccounts unconfirmed;
  private final OpenSessions sessions;
  private final CredentialTokens tokens;
  private final EmailChangeMail mail;
  private final AuditTrail audit;
  private final TransactionOperations transactions;
  private final FieldCipher cipher;
  private final Clock clock;

  EmailChange(
      AskLater later,
      Accounts accounts,
      UnconfirmedAccounts unconfirmed,
      OpenSessions sessions,
      CredentialTokens tokens,
      EmailChangeMail mail,
      AuditTrail audit,
      TransactionOperations transactions,
      FieldCipher cipher,
      Clock clock) {
    this.later = later;
    this.accounts = accounts;
    this.unconfirmed = unconfirmed;
    this.sessions = sessions;
    this.tokens = tokens;
    this.mail = mail;
    this.audit = audit;
    this.transactions = transactions;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Takes the request; whether the address is free is looked up after the answer. */
  void request(CurrentUser user, EmailAddress email) {
    user.requireRecentLogin(clock);
    transactions.executeWithoutResult(status -> {
      sessions.require(user.sessionId());
      audit.done("email.change-request", user.id(), null, Map.of());
      later.ask(AddressRequest.Kind.EMAIL_CHANGE, Wish.move(user.id(), email));
    });
  }

  /**
   * Mails a link to the new address and a notice to the old, unless the password was changed since
   * it was asked for; runs in the caller's transaction.
   */
  void mailLink(Wish wish, Instant asked) {
    UUID accountId = Objects.requireNonNull(wish.accountId());
    EmailAddress email = new EmailAddress(wish.email());
    accounts
        .lockById(accountId)
        .filter(account -> !account.email().equals(email.value()))
        .filter(account -> !account.passwordChangedAt().isAfter(asked))
        .filter(account -> recent(account) < MAX_PER_WINDOW)
        .ifPresent(account -> {
          // Saved for a taken address too, so that the limit tells nothing either.
          OpaqueToken token = OpaqueToken.generate();
          tokens.save(CredentialToken.emailChange(token, accountId, email, clock));
          mail.notice(account, email);
          accounts
              .findByEmailIndex(cipher.blindIndex(email.value()))
              .filter(Account::emailVerified)
              .ifPresentOrElse(mail::taken, () -> mail.link(account, email, token));
        });
  }

  /**
   * Moves the account; other links, which the old address may hold, die. An account that somebody
   * registered with the new address and that nobody confirmed has to go.
   */
  void confirm(OpaqueToken token) {
    try {
      transactions.executeWithoutResult(status -> move(token));
    } catch (DataIntegrityViolationException takenMeanwhile) {
      throw new InvalidToken();
    }
  }

  private void move(OpaqueToken token) {
    CredentialToken usable =
        tokens
            .findUsable(token.hash(), Purpose.EMAIL_CHANGE, clock.instant())
            .orElseThrow(InvalidToken::new);
    EmailAddress email = usable.newEmail().orElseThrow(InvalidToken::new);
    Account account = accounts.lockById(usable.accountId()).orElseThrow(InvalidToken::new);
    String index = cipher.blindIndex(email.value());
    if (tokens.consume(token.hash(), Purpose.EMAIL_CHANGE, clock.instant()) == 0) {
      throw new InvalidToken();
    }
    vacate(index);
    String old = account.email();
    account.changeEmail(email, index, clock);
    accounts.saveAndFlush(account);
    tokens.deleteUnused(account.id());
    audit.done("email.change", account.id(), null, Map.of());
    mail.changed(account, old);
  }

  private void vacate(String index) {
    accounts
        .lockByEmailIndex(index)
        .ifPresent(holder -> {
          if (holder.emailVerified()) {
            throw new InvalidToken();
          }
          unconfirmed.remove(holder.id());
        });
  }

  private int recent(Account account) {
    return tokens.countByAccountIdAndPurposeAndCreatedAtAfter(
        account.id(), Purpose.EMAIL_CHANGE, clock.instant().minus(WINDOW));
  }
}
