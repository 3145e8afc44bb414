package app.tdah.auth.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The passkeys table. */
@Repository
class PasskeyStore {

  private final JdbcClient jdbc;
  private final Clock clock;

  PasskeyStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** False when it is known already. */
  boolean add(Passkey passkey, Stored stored) {
    return jdbc.sql(
                """
                insert into passkeys (id, account_id, credential_id, credential_data, name, sign_count,
                  uv_initialized, backup_eligible, backed_up, transports, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (credential_id) do nothing
                """)
            .param(passkey.id())
            .param(stored.accountId())
            .param(stored.credentialId())
            .param(stored.credentialData())
            .param(passkey.name())
            .param(stored.signCount())
            .param(stored.uvInitialized())
            .param(stored.backupEligible())
            .param(passkey.backedUp())
            .param(String.join(",", passkey.transports()))
            .param(Timestamp.from(passkey.createdAt()))
            .update()
        == 1;
  }

  List<Passkey> of(UUID accountId) {
    return jdbc.sql("select * from passkeys where account_id = ? order by created_at, id")
        .param(accountId)
        .query(PasskeyStore::passkey)
        .list();
  }

  /** Their ids in base64url. */
  List<String> credentialIds(UUID accountId) {
    return jdbc.sql("select credential_id from passkeys where account_id = ?")
        .param(accountId)
        .query(String.class)
        .list();
  }

  Optional<Stored> find(String credentialId) {
    return jdbc.sql("select * from passkeys where credential_id = ?")
        .param(credentialId)
        .query((row, number) ->
            new Stored(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("credential_id"),
                row.getBytes("credential_data"),
                row.getLong("sign_count"),
                row.getBoolean("uv_initialized"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up")))
        .optional();
  }

  /** Notes a use; false when another use has counted further meanwhile. */
  boolean used(Stored before, long signCount, boolean backedUp, boolean verified) {
    return jdbc.sql(
                "update passkeys set sign_count = ?, backed_up = ?, uv_initialized = uv_initialized"
                    + " or ?, last_used_at = ? where id = ? and sign_count = ?")
            .param(signCount)
            .param(backedUp)
            .param(verified)
            .param(Timestamp.from(clock.instant()))
            .param(before.id())
            .param(before.signCount())
            .update()
        == 1;
  }

  Optional<Passkey> rename(UUID accountId, UUID id, String name) {
    return jdbc.sql("update passkeys set name = ? where account_id = ? and id = ? returning *")
        .param(name)
        .param(accountId)
        .param(id)
        .query(PasskeyStore::passkey)
        .optional();
  }

  boolean remove(UUID accountId, UUID id) {
    return jdbc.sql("delete from passkeys where account_id = ? and id = ?")
            .param(accountId)
            .param(id)
            .update()
        == 1;
  }

  private static Passkey passkey(ResultSet row, int number) throws SQLException {
    Timestamp used = row.getTimestamp("last_used_at");
    String transports = row.getString("transports");
    return new Passkey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getTimestamp("created_at").toInstant(),
        used == null ? null : used.toInstant(),
        row.getBoolean("backed_up"),
        transports.isEmpty() ? List.of() : List.of(transports.split(",")));
  }

  /** What a signature is checked with. */
  record Stored(
      UUID id,
      UUID accountId,
      String credentialId,
      byte[] credentialData,
      long signCount,
      boolean uvInitialized,
      boolean backupEligible,
      boolean backedUp) {}
}
