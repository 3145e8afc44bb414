package app.tdah.auth.factor;

import app.tdah.defaults.crypto.FieldCipher;
import com.warrenstrange.googleauth.GoogleAuthenticator;
import com.warrenstrange.googleauth.GoogleAuthenticatorConfig;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Time-based one-time passwords (RFC 6238): six digits, 30 s, one step of tolerance. The step of an
 * accepted code is kept, so that neither it nor an older one works again.
 */
@Repository
class TotpFactors {

  private static final String CONTEXT = "totp-secret";
  private static final long STEP_MILLIS = 30_000;
  private static final int SECRET_BITS = 160;

  private final GoogleAuthenticator authenticator =
      new GoogleAuthenticator(
          new GoogleAuthenticatorConfig.GoogleAuthenticatorConfigBuilder()
              .setSecretBits(SECRET_BITS)
              .build());
  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final Clock clock;

  TotpFactors(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** A new secret in base32, in the place of one that was never confirmed; empty if one was. */
  Optional<String> begin(UUID accountId) {
    String secret = authenticator.createCredentials().getKey();
    int written =
        jdbc.sql(
                """
                insert into totp_factors (account_id, secret, created_at, last_step)
                values (?, ?, ?, 0)
                on conflict (account_id) do update
                  set secret = excluded.secret, created_at = excluded.created_at, last_step = 0
                where totp_factors.confirmed_at is null
                """)
            .param(accountId)
            .param(cipher.encrypt(secret, CONTEXT))
            .param(Timestamp.from(clock.instant()))
            .update();
    return written == 1 ? Optional.of(secret) : Optional.empty();
  }

  /** What confirming with this code would rest on; takes nothing. */
  Optional<Proof> prove(UUID accountId, String code) {
    return proofOf(accountId, code, false);
  }

  /** Enables the secret that was proved; false when another has taken its place since. */
  boolean confirm(UUID accountId, Proof proof) {
    return jdbc.sql(
                """
                update totp_factors set confirmed_at = ?, last_step = ?
                 where account_id = ? and secret = ? and confirmed_at is null and last_step < ?
                """)
            .param(Timestamp.from(clock.instant()))
            .param(proof.step())
            .param(accountId)
            .param(proof.sealedSecret())
            .param(proof.step())
            .update()
        == 1;
  }

  /** Takes a code, once. */
  boolean spend(UUID accountId, String code) {
    return proofOf(accountId, code, true).filter(proof -> spend(accountId, proof)).isPresent();
  }

  /** When it was confirmed; empty when it is not in use. */
  Optional<Instant> confirmedAt(UUID accountId) {
    return jdbc.sql(
            "select confirmed_at from totp_factors where account_id = ? and confirmed_at is not null")
        .param(accountId)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  boolean remove(UUID accountId) {
    return jdbc.sql("delete from totp_factors where account_id = ?").param(accountId).update() == 1;
  }

  private boolean spend(UUID accountId, Proof proof) {
    return jdbc.sql(
                "update totp_factors set last_step = ? where account_id = ? and secret = ? and"
                    + " last_step < ?")
            .param(proof.step())
            .param(accountId)
            .param(proof.sealedSecret())
            .param(proof.step())
            .update()
        == 1;
  }

  private Optional<Proof> proofOf(UUID accountId, String code, boolean confirmed) {
    if (!code.matches("\\d{6}")) {
      return Optional.empty();
    }
    return jdbc.sql(
            "select secret from totp_factors where account_id = ? and (confirmed_at is not null)"
                + " = ?")
        .param(accountId)
        .param(confirmed)
        .query(String.class)
        .optional()
        .flatMap(sealed -> proofOf(sealed, Integer.parseInt(code)));
  }

  private Optional<Proof> proofOf(String sealedSecret, int code) {
    String secret = cipher.decrypt(sealedSecret, CONTEXT);
    long now = clock.millis() / STEP_MILLIS;
    return Stream.of(now, now - 1, now + 1)
        .filter(step -> authenticator.getTotpPassword(secret, step * STEP_MILLIS) == code)
        .findFirst()
        .map(step -> new Proof(sealedSecret, step));
  }

  /**
   * A code was right.
   *
   * @param sealedSecret as it is stored, which names the secret
   * @param step the 30 s that the code was for
   */
  record Proof(String sealedSecret, long step) {}
}
