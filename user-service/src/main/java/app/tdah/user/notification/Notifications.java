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
import java.util.TreeMap;
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
  private final NotificationProperties properties;

  Notifications(
      JdbcClient jdbc, FieldCipher cipher, JsonMapper json, NotificationProperties properties) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.json = json;
    this.properties = properties;
  }

  /** False when it is there already, or the same was said a moment ago. */
  boolean add(Notification notification, boolean inApp) {
    String context = context(notification.id());
    String recipient = notification.recipient();
    String dedupeKey = dedupeKey(notification);
    if (dedupeKey != null) {
      jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
          .param("notification " + dedupeKey)
          .query(Integer.class)
          .single();
    }
    return jdbc.sql(
                """
                insert into notifications
                  (id, user_id, template, in_app, recipient, variables, created_at, dedupe_key)
                select :id, :user, :template, :inApp, :recipient, :variables, :now, :key::text
                where not exists (
                  select 1 from notifications where user_id = :user and template = :template
                    and dedupe_key = :key::text and created_at > :since)
                on conflict (id) do nothing
                """)
            .param("id", notification.id())
            .param("user", notification.userId())
            .param("template", notification.template().key())
            .param("inApp", inApp)
            .param("recipient", recipient == null ? null : cipher.encrypt(recipient, context))
            .param(
                "variables",
                cipher.encrypt(json.writeValueAsString(notification.variables()), context))
            .param("now", Timestamp.from(notification.createdAt()))
            .param("key", dedupeKey)
            .param("since", Timestamp.from(notification.createdAt().minus(properties.sameWithin())))
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

  long unread(UUID userId) {
    return jdbc.sql(
            "select count(*) from notifications where user_id = ? and in_app and read_at is null")
        .param(userId)
        .query(Long.class)
        .single();
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

  void markAllRead(UUID userId, Instant now) {
    jdbc.sql(
            "update notifications set read_at = ?"
                + " where user_id = ? and in_app and read_at is null")
        .params(Timestamp.from(now), userId)
        .update();
  }

  /** So that of deliveries that end at the same moment, one sees the other. */
  void lock(UUID id) {
    jdbc.sql("select id from notifications where id = ? for no key update")
        .param(id)
        .query(UUID.class)
        .optional();
  }

  /** Leaves no trace of it, its deliveries included. */
  void remove(UUID id) {
    jdbc.sql("delete from notifications where id = ?").param(id).update();
  }

  /** Once nobody will need address and variables again; links with tokens are among them. */
  void forgetContents(UUID id) {
    jdbc.sql(
            """
            update notifications set recipient = null, variables = null
            where id = :id and not in_app and not exists (
              select 1 from deliveries where notification_id = :id
                and status in ('PENDING', 'SENDING', 'DIGEST'))
            """)
        .param("id", id)
        .update();
  }

  private @Nullable String dedupeKey(Notification notification) {
    return notification.template().onceInAWhile()
        ? cipher.blindIndex(
            "notification:"
                + notification.userId()
                + ":"
                + notification.template().key()
                + ":"
                + json.writeValueAsString(new TreeMap<>(notification.variables())))
        : null;
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
