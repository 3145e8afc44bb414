package app.tdah.sms.log;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.web.CursorRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Both directions of a user's texts, newest first. */
@Repository
class MessageLog {

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  MessageLog(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  List<Entry> page(UUID userId, CursorRequest request) {
    UUID after = request.after();
    return jdbc.sql(
            "select * from message_log where user_id = ? and id < ? order by id desc limit ?")
        .params(userId, after == null ? AFTER_ALL : after, request.fetch())
        .query(this::row)
        .list();
  }

  private Entry row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    boolean inbound = row.getString("direction").equals("INBOUND");
    // Only the user's side is encrypted: the other side is a number of the pool.
    String sender = row.getString("sender");
    String recipient = row.getString("recipient");
    return new Entry(
        id,
        inbound,
        row.getString("status"),
        inbound ? open(sender, id) : sender,
        inbound ? recipient : open(recipient, id),
        cipher.decrypt(row.getString("body"), id.toString()),
        row.getInt("segments"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private @Nullable String open(@Nullable String number, UUID id) {
    return number == null ? null : cipher.decrypt(number, id.toString());
  }

  /** A text in the clear; an outbound one has no numbers before its first attempt. */
  record Entry(
      UUID id,
      boolean inbound,
      String status,
      @Nullable String from,
      @Nullable String to,
      String body,
      int segments,
      Instant at) {}
}
