package app.tdah.oauth.sync;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.CursorRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The synced_items table; content is encrypted under the integration's id. */
@Repository
class SyncedItems {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  SyncedItems(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** Content hashes by item id, of those that we hold. */
  Map<String, String> hashes(SyncJob job, Collection<String> itemIds) {
    Map<String, String> result = new HashMap<>();
    if (!itemIds.isEmpty()) {
      jdbc.sql(
              """
              select item_id, content_hash from synced_items
              where integration_id = :id and capability = :capability and item_id in (:items)
              """)
          .param("id", job.integrationId())
          .param("capability", job.capability().wireName())
          .param("items", itemIds)
          .query(row -> {
            result.put(row.getString(1), row.getString(2));
          });
    }
    return result;
  }

  void put(SyncJob job, ItemChange.Put change, Instant now) {
    jdbc.sql(
            """
            insert into synced_items (id, integration_id, capability, item_id, kind, content_hash,
                                      data, generation, synced_at)
            values (:row, :id, :capability, :item, :kind, :hash, :data, :generation, :now)
            on conflict (integration_id, capability, item_id) do update
              set kind = excluded.kind, content_hash = excluded.content_hash,
                  data = excluded.data, generation = excluded.generation,
                  synced_at = excluded.synced_at
            """)
        .param("row", Ids.next())
        .param("id", job.integrationId())
        .param("capability", job.capability().wireName())
        .param("item", change.itemId())
        .param("kind", change.kind())
        .param("hash", change.hash())
        .param("data", cipher.encrypt(change.json(), context(job.integrationId())))
        .param("generation", job.position().generation())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void met(SyncJob job, String itemId) {
    jdbc.sql(
            """
            update synced_items set generation = ?
            where integration_id = ? and capability = ? and item_id = ?
            """)
        .params(
            job.position().generation(), job.integrationId(), job.capability().wireName(), itemId)
        .update();
  }

  void drop(SyncJob job, String itemId) {
    jdbc.sql("delete from synced_items where integration_id = ? and capability = ? and item_id = ?")
        .params(job.integrationId(), job.capability().wireName(), itemId)
        .update();
  }

  /** Removes what a finished full sync did not meet; returns the item ids. */
  List<String> dropVanished(SyncJob job) {
    return jdbc.sql(
            """
            delete from synced_items
            where integration_id = ? and capability = ? and generation < ?
            returning item_id
            """)
        .params(job.integrationId(), job.capability().wireName(), job.position().generation())
        .query(String.class)
        .list();
  }

  /** One more than the limit, in the order in which they were first seen. */
  List<Stored> page(UUID integrationId, CursorRequest request) {
    UUID after = request.after();
    return jdbc.sql(
            """
            select * from synced_items where integration_id = ? and id > ? order by id limit ?
            """)
        .params(integrationId, after == null ? BEFORE_ALL : after, request.limit() + 1)
        .query(this::row)
        .list();
  }

  private Stored row(ResultSet row, int number) throws SQLException {
    UUID integrationId = row.getObject("integration_id", UUID.class);
    return new Stored(
        row.getObject("id", UUID.class),
        row.getString("item_id"),
        row.getString("kind"),
        cipher.decrypt(row.getString("data"), context(integrationId)),
        row.getObject("synced_at", OffsetDateTime.class).toInstant());
  }

  private static String context(UUID integrationId) {
    return integrationId.toString();
  }

  /** An item in the clear. */
  record Stored(UUID id, String itemId, String kind, String json, Instant syncedAt) {}
}
