package app.tdah.user.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.user.privacy.ErasureRequest.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests for erasure, and who has answered to them. */
@Repository
class Erasures {

  private static final String OPEN =
      "select * from erasure_requests where status in ('SCHEDULED', 'RUNNING') and ";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  Erasures(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** False when the user has asked before. */
  boolean add(ErasureRequest erasure) {
    String recipient = erasure.recipient();
    return jdbc.sql(
                """
                insert into erasure_requests
                  (id, user_id, status, recipient, locale, created_at, due_at, ask_at)
                values (?, ?, 'SCHEDULED', ?, ?, ?, ?, ?)
                on conflict (user_id) where status in ('SCHEDULED', 'RUNNING') do nothing
                """)
            .params(
                Arrays.asList(
                    erasure.id(),
                    erasure.userId(),
                    recipient == null ? null : cipher.encrypt(recipient, context(erasure.id())),
                    erasure.locale().getLanguage(),
                    Timestamp.from(erasure.createdAt()),
                    Timestamp.from(erasure.dueAt()),
                    Timestamp.from(erasure.dueAt())))
            .update()
        == 1;
  }

  Optional<ErasureRequest> open(UUID userId) {
    return jdbc.sql(OPEN + "user_id = ?").param(userId).query(this::row).optional();
  }

  Optional<ErasureRequest> lockOpen(UUID userId) {
    return jdbc.sql(OPEN + "user_id = ? for update").param(userId).query(this::row).optional();
  }

  Optional<ErasureRequest> lockRunning(UUID id) {
    return jdbc.sql("select * from erasure_requests where id = ? and status = 'RUNNING' for update")
        .param(id)
        .query(this::row)
        .optional();
  }

  /** Those that begin, or are to be asked for again; others work on the rest. */
  List<ErasureRequest> claimDue(Instant now) {
    return jdbc.sql(OPEN + "ask_at <= ? order by ask_at limit 20 for update skip locked")
        .param(Timestamp.from(now))
        .query(this::row)
        .list();
  }

  void asked(UUID id, Instant next) {
    jdbc.sql(
            "update erasure_requests set status = 'RUNNING', asked = asked + 1, ask_at = ? where id = ?")
        .params(Timestamp.from(next), id)
        .update();
  }

  void cancel(UUID id, Instant now) {
    jdbc.sql(
            "update erasure_requests set status = 'CANCELLED', recipient = null, finished_at = ? where id = ?")
        .params(Timestamp.from(now), id)
        .update();
  }

  /** Only the receipt remains. */
  void done(UUID id, Instant now) {
    jdbc.sql("delete from erasure_answers where erasure_id = ?").param(id).update();
    jdbc.sql(
            """
            update erasure_requests set status = 'DONE', user_id = null, recipient = null,
                   locale = null, ask_at = null, finished_at = ?
             where id = ?
            """)
        .params(Timestamp.from(now), id)
        .update();
  }

  /** False for one that had answered. */
  boolean answer(UUID id, String service, Instant now) {
    return jdbc.sql("insert into erasure_answers values (?, ?, ?) on conflict do nothing")
            .params(id, service, Timestamp.from(now))
            .update()
        == 1;
  }

  /** The answers of all others do not count any more. */
  void keepOnly(UUID id, String service) {
    jdbc.sql("delete from erasure_answers where erasure_id = ? and service <> ?")
        .params(id, service)
        .update();
  }

  Set<String> answers(UUID id) {
    return Set.copyOf(
        jdbc.sql("select service from erasure_answers where erasure_id = ?")
            .param(id)
            .query(String.class)
            .list());
  }

  private ErasureRequest row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String recipient = row.getString("recipient");
    return new ErasureRequest(
        id,
        row.getObject("user_id", UUID.class),
        Status.valueOf(row.getString("status")),
        recipient == null ? null : cipher.decrypt(recipient, context(id)),
        Locale.of(row.getString("locale")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        row.getInt("asked"));
  }

  private static String context(UUID id) {
    return "erasure " + id;
  }
}
