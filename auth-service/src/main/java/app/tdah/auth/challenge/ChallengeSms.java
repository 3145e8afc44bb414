package app.tdah.auth.challenge;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.challenge.Challenges.Challenge;
import app.tdah.auth.challenge.TextedCodes.Sent;
import app.tdah.auth.factor.SecondFactors;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.ProblemException;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.events.SecurityEvent.MfaCodeSent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts a code for a challenge to the account's verified number. */
@Component
class ChallengeSms {

  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final Duration RESEND_AFTER = Duration.ofSeconds(60);
  private static final int PER_CHALLENGE = 3;
  private static final int PER_HOUR = 6;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CODES = 1_000_000;

  private final TextedCodes codes;
  private final SecondFactors factors;
  private final AccountDirectory accounts;
  private final EventPublisher events;
  private final FieldCipher cipher;
  private final Clock clock;

  ChallengeSms(
      TextedCodes codes,
      SecondFactors factors,
      AccountDirectory accounts,
      EventPublisher events,
      FieldCipher cipher,
      Clock clock) {
    this.codes = codes;
    this.factors = factors;
    this.accounts = accounts;
    this.events = events;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * Sends one, if the last is a minute old and not too many were sent. Those of an account are sent
   * one after another, so that many requests at once get no more texts than one after another.
   */
  @Transactional
  public SmsSent send(Challenge challenge, String address) {
    UUID accountId = challenge.accountId();
    factors.lock(accountId);
    Account account = accounts.find(accountId).orElseThrow(ChallengeEnded::new);
    String number = factors.smsNumber(accountId).orElseThrow(NoNumber::new);
    Instant expiresAt = admit(challenge);
    String code = "%06d".formatted(RANDOM.nextInt(CODES));
    codes.keep(challenge.id(), hash(challenge.id(), code), expiresAt);
    events.publish(
        new SmsRequested(
            accountId,
            Ids.next(),
            cipher.seal(number),
            cipher.seal(text(account.person().locale(), code)),
            "SECURITY_CODE"));
    events.publish(new MfaCodeSent(accountId, challenge.id(), address));
    return new SmsSent(
        Duration.between(clock.instant(), expiresAt).toSeconds(), RESEND_AFTER.toSeconds());
  }

  /** When a code that is sent now expires: with its challenge at the latest. */
  private Instant admit(Challenge challenge) {
    Sent before = codes.of(challenge.id()).orElseThrow(ChallengeEnded::new);
    Instant now = clock.instant();
    Duration account = codes.accountWait(challenge.accountId(), PER_HOUR);
    Duration wait = longer(account, before.waitAt(now, RESEND_AFTER));
    boolean over = !now.plus(wait).isBefore(before.challengeExpires());
    if (over || before.times() >= PER_CHALLENGE) {
      throw CodeNotSent.forThisSignIn(account);
    }
    if (wait.isPositive()) {
      throw CodeNotSent.yet(wait);
    }
    Instant lifetime = now.plus(LIFETIME);
    return before.challengeExpires().isBefore(lifetime) ? before.challengeExpires() : lifetime;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** A code is worth something for its challenge alone. */
  String hash(UUID challengeId, String code) {
    return cipher.blindIndex("sms-code:" + challengeId + ":" + code);
  }

  private static String text(String locale, String code) {
    return switch (locale.substring(0, 2)) {
      case "es" -> "Tu código para entrar es " + code + ". No se lo digas a nadie.";
      case "pt" -> "Seu código para entrar é " + code + ". Não o diga a ninguém.";
      default -> "Your sign-in code is " + code + ". Tell it to nobody.";
    };
  }

  private static final class NoNumber extends ProblemException {
    NoNumber() {
      super(HttpStatus.CONFLICT, "phone-not-verified", "There is no number to text a code to.");
    }
  }

  /**
   * In seconds.
   *
   * @param expiresIn how long the code works
   * @param resendAfter when the next may be asked for
   */
  record SmsSent(long expiresIn, long resendAfter) {}
}
