package app.tdah.user.notification;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.web.CursorRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Notifications as rows; recipient and variables are encrypted for their row. */
@Repository
class Notifications {

  private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {};
  private static final String COLUMNS =
      "select id, user_id, template, recipient, variables, created_at, read_at from notifications ";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final JsonMapper json;

  Notifications(JdbcClient jdbc, FieldCipher cipher, JsonMapper json) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.json = json;
  }

  /** False when it is there already. */
  boolean add(Notification notification) {
    String context = context(notification.id());
    String recipient = notification.recipient();
    return jdbc.sql(
                """
                insert into notifications
                  (id, user_id, template, in_app, recipient, variables, created_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """)
            .param(notification.id())
            .param(notification.userId())
            .param(notification.template().key())
            .param(notification.template().personal())
            .param(recipient == null ? null : cipher.encrypt(recipient, context))
            .param(cipher.encrypt(json.writeValueAsString(notification.variables()), context))
            .param(Timestamp.from(notification.createdAt()))
            .update()
        == 1;
  }

  Notification get(UUID id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query(this::read).single();
  }

  /** Newest first. */
  List<Notification> inApp(UUID userId, CursorRequest page) {
    return jdbc.sql(
            COLUMNS
                + "where user_id = :user and in_app and (:after::uuid is null or id < :after::uuid)"
                + " order by id desc limit :limit")
        .param("user", userId)
        .param("after", page.after())
        .param("limit", page.fetch())
        .query(this::read)
        .list();
  }

  /** Keeps the time of the first reading; empty when the user has no such notification. */
  Optional<Notification> markRead(UUID userId, UUID id, Instant now) {
    jdbc.sql(
            "update notifications set read_at = ?"
                + " where user_id = ? and id = ? and in_app and read_at is null")
        .params(Timestamp.from(now), userId, id)
        .update();
    return jdbc.sql(COLUMNS + "where user_id = ? and id = ? and in_app")
        .params(userId, id)
        .query(this::read)
        .optional();
  }

  /** Nobody will need address and variables again; links with tokens were among them. */
  void forgetContents(UUID id) {
    jdbc.sql(
            "update notifications set recipient = null, variables = null where id = ? and not in_app")
        .param(id)
        .update();
  }

  private Notification read(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String variables = decrypt(row.getString("variables"), id);
    Timestamp readAt = row.getTimestamp("read_at");
    return new Notification(
        id,
        row.getObject("user_id", UUID.class),
        Template.named(row.getString("template")),
        decrypt(row.getString("recipient"), id),
        variables == null ? Map.of() : json.readValue(variables, VARIABLES),
        row.getTimestamp("created_at").toInstant(),
        readAt == null ? null : readAt.toInstant());
  }

  private @Nullable String decrypt(@Nullable String ciphertext, UUID id) {
    return ciphertext == null ? null : cipher.decrypt(ciphertext, context(id));
  }

  private static String context(UUID id) {
    return "notification " + id;
  }
}
