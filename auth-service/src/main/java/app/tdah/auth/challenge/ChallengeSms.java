package app.tdah.auth.challenge;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.challenge.Challenges.Challenge;
import app.tdah.auth.challenge.Challenges.SmsLimits;
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
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts a code for a challenge to the account's verified number. */
@Component
class ChallengeSms {

  static final SmsLimits LIMITS =
      new SmsLimits(Duration.ofMinutes(10), Duration.ofSeconds(60), 3, 6);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CODES = 1_000_000;

  private final Challenges challenges;
  private final SecondFactors factors;
  private final AccountDirectory accounts;
  private final EventPublisher events;
  private final FieldCipher cipher;
  private final Clock clock;

  ChallengeSms(
      Challenges challenges,
      SecondFactors factors,
      AccountDirectory accounts,
      EventPublisher events,
      FieldCipher cipher,
      Clock clock) {
    this.challenges = challenges;
    this.factors = factors;
    this.accounts = accounts;
    this.events = events;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Sends one, if the last is a minute old and not too many were sent. */
  @Transactional
  public void send(Challenge challenge, String address) {
    UUID accountId = challenge.accountId();
    Account account = accounts.find(accountId).orElseThrow(ChallengeEnded::new);
    String number = factors.smsNumber(accountId).orElseThrow(NoNumber::new);
    Duration hour = Duration.ofHours(1);
    if (challenges.sentSince(accountId, clock.instant().minus(hour)) >= LIMITS.perHour()) {
      throw new SentTooOften(hour);
    }
    String code = "%06d".formatted(RANDOM.nextInt(CODES));
    if (!challenges.sending(challenge.id(), hash(challenge.id(), code), LIMITS)) {
      throw new SentTooOften(LIMITS.resendAfter());
    }
    events.publish(
        new SmsRequested(
            accountId,
            Ids.next(),
            cipher.seal(number),
            cipher.seal(text(account.person().locale(), code)),
            "SECURITY_CODE"));
    events.publish(new MfaCodeSent(accountId, challenge.id(), address));
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

  private static final class SentTooOften extends ProblemException {
    SentTooOften(Duration wait) {
      super(
          HttpStatus.TOO_MANY_REQUESTS,
          "code-sent-too-often",
          "A code was sent a moment ago; wait a little before the next.");
      retryAfter(wait);
    }
  }
}
