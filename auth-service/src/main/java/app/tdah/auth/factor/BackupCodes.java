package app.tdah.auth.factor;

import app.tdah.auth.account.Passwords;
import app.tdah.defaults.ids.Ids;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ten codes of 60 random bits for the day the phone is gone. Each works once; we keep their
 * Argon2id hashes, and the first characters to know which hash to compare with.
 */
@Repository
class BackupCodes {

  /** So few are left that the owner should make new ones. */
  static final int FEW = 3;

  private static final int CODES = 10;
  private static final int LENGTH = 12;
  private static final int GROUP = 4;
  private static final int PREFIX = 3;
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final Clock clock;

  BackupCodes(JdbcClient jdbc, Passwords passwords, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Ten new codes with their hashes; slow, so to be called without a transaction. */
  Map<String, String> make() {
    return IntStream.range(0, CODES)
        .mapToObj(i -> some())
        .collect(Collectors.toMap(code -> code, code -> passwords.hash(plain(code))));
  }

  /** Puts them in the place of all older ones. */
  void replace(UUID accountId, Map<String, String> codes) {
    removeAll(accountId);
    codes.forEach((code, hash) ->
        jdbc.sql(
                "insert into backup_codes (id, account_id, prefix, hash, created_at)"
                    + " values (?, ?, ?, ?, ?)")
            .param(Ids.next())
            .param(accountId)
            .param(plain(code).substring(0, PREFIX))
            .param(hash)
            .param(Timestamp.from(clock.instant()))
            .update());
  }

  /** The unused code that this is, or null; the same work whether there is one or not. */
  @Nullable UUID find(UUID accountId, String typed) {
    String code = plain(typed);
    String prefix = code.length() < PREFIX ? "" : code.substring(0, PREFIX);
    List<Stored> candidates =
        jdbc.sql(
                "select id, hash from backup_codes where account_id = ? and prefix = ? and used_at"
                    + " is null")
            .param(accountId)
            .param(prefix)
            .query(Stored.class)
            .list();
    if (candidates.isEmpty()) {
      passwords.matches(code, null);
    }
    return candidates.stream()
        .filter(candidate -> passwords.matches(code, candidate.hash()))
        .map(Stored::id)
        .findFirst()
        .orElse(null);
  }

  /** True for one caller only. */
  boolean spend(UUID id) {
    return jdbc.sql("update backup_codes set used_at = ? where id = ? and used_at is null")
            .param(Timestamp.from(clock.instant()))
            .param(id)
            .update()
        == 1;
  }

  int remaining(UUID accountId) {
    return jdbc.sql("select count(*) from backup_codes where account_id = ? and used_at is null")
        .param(accountId)
        .query(Integer.class)
        .single();
  }

  @Nullable Instant createdAt(UUID accountId) {
    return jdbc
        .sql("select max(created_at) from backup_codes where account_id = ?")
        .param(accountId)
        .query((row, number) -> row.getTimestamp(1))
        .list()
        .stream()
        .filter(at -> at != null)
        .map(Timestamp::toInstant)
        .findFirst()
        .orElse(null);
  }

  boolean exist(UUID accountId) {
    return createdAt(accountId) != null;
  }

  void removeAll(UUID accountId) {
    jdbc.sql("delete from backup_codes where account_id = ?").param(accountId).update();
  }

  private static String some() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** Without dashes and case, and with the letters that people confuse set right. */
  private static String plain(String typed) {
    return typed
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('o', '0')
        .replace('i', '1')
        .replace('l', '1');
  }

  private record Stored(UUID id, String hash) {}
}
