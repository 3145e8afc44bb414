package app.tdah.auth.account;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets links that nobody can use any more. */
@Component
class ExpiredTokens {

  private final CredentialTokens tokens;
  private final EmailVerifications verifications;
  private final Clock clock;

  ExpiredTokens(CredentialTokens tokens, EmailVerifications verifications, Clock clock) {
    this.tokens = tokens;
    this.verifications = verifications;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  @Transactional
  void forget() {
    tokens.deleteExpired(clock.instant());
    verifications.deleteExpired(clock.instant());
  }
}
