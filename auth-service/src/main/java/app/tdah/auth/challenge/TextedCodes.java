package app.tdah.auth.challenge;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes that were texted for challenges, one each at a time. */
@Repository
class TextedCodes {

  private static final Duration HOUR = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  TextedCodes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether this is the code that was sent for it, in time. */
  boolean matches(UUID challengeId, String codeHash) {
    return jdbc.sql(
            """
            select exists (select from challenges
             where id = ? and sms_code = ? and sms_expires_at > ? and ended_at is null)
            """)
        .param(challengeId)
        .param(codeHash)
        .param(Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /**
   * How long the account has to wait for its next code, whatever the challenge; the texts of a
   * challenge count until an hour after its last. Right only for who holds the account's lock.
   */
  Duration accountWait(UUID accountId, int perHour) {
    Instant now = clock.instant();
    List<Sent> latestFirst =
        jdbc.sql(
                "select sms_sent_at, sms_sends, expires_at from challenges"
                    + " where account_id = ? and sms_sent_at > ? order by sms_sent_at desc")
            .param(accountId)
            .param(Timestamp.from(now.minus(HOUR)))
            .query((row, number) -> sent(row.getTimestamp(1), row.getInt(2), row.getTimestamp(3)))
            .list();
    int count = 0;
    for (Sent sent : latestFirst) {
      count += sent.times();
      if (count >= perHour) {
        return sent.waitAt(now, HOUR);
      }
    }
    return Duration.ZERO;
  }

  /** What was sent for an open challenge; empty when it is open no more. */
  Optional<Sent> of(UUID challengeId) {
    return jdbc.sql(
            "select sms_sent_at, sms_sends, expires_at from challenges"
                + " where id = ? and ended_at is null and expires_at > ?")
        .param(challengeId)
        .param(Timestamp.from(clock.instant()))
        .query((row, number) -> sent(row.getTimestamp(1), row.getInt(2), row.getTimestamp(3)))
        .optional();
  }

  /** Keeps the code that is sent now, in the place of one before. */
  void keep(UUID challengeId, String codeHash, Instant expiresAt) {
    jdbc.sql(
            """
            update challenges
               set sms_code = ?, sms_expires_at = ?, sms_sent_at = ?, sms_sends = sms_sends + 1
             where id = ?
            """)
        .param(codeHash)
        .param(Timestamp.from(expiresAt))
        .param(Timestamp.from(clock.instant()))
        .param(challengeId)
        .update();
  }

  private static Sent sent(@Nullable Timestamp at, int times, Timestamp challengeExpires) {
    return new Sent(at == null ? null : at.toInstant(), times, challengeExpires.toInstant());
  }

  /**
   * Codes of one challenge.
   *
   * @param at when the last was sent
   */
  record Sent(@Nullable Instant at, int times, Instant challengeExpires) {

    /** How long to wait for the next of the same challenge. */
    Duration waitAt(Instant now, Duration between) {
      return at == null || !at.plus(between).isAfter(now)
          ? Duration.ZERO
          : Duration.between(now, at.plus(between));
    }
  }
}
