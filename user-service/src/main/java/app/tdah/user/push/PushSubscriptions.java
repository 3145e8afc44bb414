package app.tdah.user.push;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions as rows; the endpoint and its keys are encrypted. */
@Repository
class PushSubscriptions {

  private static final String SELECT =
      "select id, user_id, endpoint, endpoint_index, p256dh, auth, device_name, created_at, used_at"
          + " from push_subscriptions ";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final Clock clock;

  PushSubscriptions(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * An endpoint has one row. The same user's keeps its id; where another user signed in on the
   * browser it gets a new one, so that nothing on its way to the old id goes to the new user.
   */
  @Transactional
  UUID put(
      UUID userId,
      String endpoint,
      String p256dh,
      String auth,
      @Nullable String deviceName,
      int max) {
    String index = cipher.blindIndex("push-endpoint:" + endpoint);
    UUID id =
        jdbc.sql(
                """
                insert into push_subscriptions as known (id, user_id, endpoint, endpoint_index,
                  p256dh, auth, device_name, created_at, renewed_at)
                values (:id, :user, :endpoint, :index, :p256dh, :auth, :device, :now, :now)
                on conflict (endpoint_index) do update set
                  id = case when known.user_id = excluded.user_id then known.id else excluded.id end,
                  user_id = excluded.user_id, endpoint = excluded.endpoint,
                  p256dh = excluded.p256dh, auth = excluded.auth,
                  device_name = excluded.device_name, renewed_at = excluded.renewed_at
                returning id
                """)
            .param("id", Ids.next())
            .param("user", userId)
            .param("endpoint", cipher.encrypt(endpoint, context(index)))
            .param("index", index)
            .param("p256dh", cipher.encrypt(p256dh, context(index)))
            .param("auth", cipher.encrypt(auth, context(index)))
            .param("device", deviceName)
            .param("now", Timestamp.from(clock.instant()))
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            delete from push_subscriptions where user_id = :user and id not in (
              select id from push_subscriptions where user_id = :user
              order by renewed_at desc, id desc limit :max)
            """)
        .param("user", userId)
        .param("max", max)
        .update();
    return id;
  }

  /** Oldest first; there are few. */
  List<PushSubscription> of(UUID userId) {
    return jdbc.sql(SELECT + "where user_id = ? order by id")
        .param(userId)
        .query(this::read)
        .list();
  }

  List<UUID> idsOf(UUID userId) {
    return jdbc.sql("select id from push_subscriptions where user_id = ? order by id")
        .param(userId)
        .query(UUID.class)
        .list();
  }

  Optional<PushSubscription> find(UUID id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(this::read).optional();
  }

  /** False when the user has no such subscription. */
  boolean remove(UUID userId, UUID id) {
    return jdbc.sql("delete from push_subscriptions where user_id = ? and id = ?")
            .params(userId, id)
            .update()
        == 1;
  }

  void used(UUID id) {
    jdbc.sql("update push_subscriptions set used_at = ? where id = ?")
        .params(Timestamp.from(clock.instant()), id)
        .update();
  }

  private PushSubscription read(ResultSet row, int number) throws SQLException {
    String context = context(row.getString("endpoint_index"));
    Timestamp usedAt = row.getTimestamp("used_at");
    return new PushSubscription(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        cipher.decrypt(row.getString("endpoint"), context),
        cipher.decrypt(row.getString("p256dh"), context),
        cipher.decrypt(row.getString("auth"), context),
        row.getString("device_name"),
        row.getTimestamp("created_at").toInstant(),
        usedAt == null ? null : usedAt.toInstant());
  }

  private static String context(String endpointIndex) {
    return "push " + endpointIndex;
  }
}
