package app.tdah.oauth.integration;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.oauth.provider.Capability;
import app.tdah.oauth.provider.Provider.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The integrations table. Accounts are stored encrypted and found by a blind index. */
@Repository
public class Integrations {

  private static final String CONTEXT = "integration-account";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  Integrations(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** Locks nothing. */
  public Optional<Integration> find(UUID id) {
    return jdbc.sql("select * from integrations where id = ?")
        .param(id)
        .query(this::row)
        .optional();
  }

  /**
   * The user's integration of that id.
   *
   * @throws IntegrationNotFound also when it is another user's
   */
  public Integration require(UUID id, UUID userId) {
    return find(id).filter(i -> i.userId().equals(userId)).orElseThrow(IntegrationNotFound::new);
  }

  List<Integration> of(UUID userId) {
    return jdbc.sql("select * from integrations where user_id = ? order by id")
        .param(userId)
        .query(this::row)
        .list();
  }

  /** Adds the integration, or renews the one of the same account; returns its id. */
  UUID connect(Integration fresh, Account account) {
    return jdbc.sql(
            """
            insert into integrations
              (id, user_id, provider, account, account_index, requested, granted, status, created_at)
            values (:id, :user, :provider, :account, :index, :requested, :granted, 'CONNECTED', :at)
            on conflict (user_id, provider, account_index) do update
              set account = excluded.account, requested = excluded.requested,
                  granted = excluded.granted, status = 'CONNECTED', last_error = null
            returning id
            """)
        .param("id", fresh.id())
        .param("user", fresh.userId())
        .param("provider", fresh.provider())
        .param("account", cipher.encrypt(account.name(), CONTEXT))
        .param("index", accountIndex(fresh.provider(), account))
        .param("requested", Capability.join(fresh.requested()))
        .param("granted", Capability.join(fresh.granted()))
        .param("at", utc(fresh.createdAt()))
        .query(UUID.class)
        .single();
  }

  boolean has(UUID userId, String provider, Account account) {
    return jdbc.sql(
                "select count(*) from integrations where user_id = ? and provider = ? and account_index = ?")
            .params(userId, provider, accountIndex(provider, account))
            .query(Long.class)
            .single()
        > 0;
  }

  String accountIndex(String provider, Account account) {
    return cipher.blindIndex(provider + ":" + account.subject());
  }

  /** True when the status was not that already. */
  boolean needsReconnect(UUID id, String error) {
    return jdbc.sql(
                """
                update integrations set status = 'RECONNECT_NEEDED', last_error = ?
                where id = ? and status <> 'RECONNECT_NEEDED'
                """)
            .params(error, id)
            .update()
        == 1;
  }

  /** A sync came to its end. */
  public void synced(UUID id, Instant at) {
    jdbc.sql("update integrations set last_synced_at = ?, last_error = null where id = ?")
        .params(utc(at), id)
        .update();
  }

  /** A sync has to wait; the text is for the user. */
  public void syncFailed(UUID id, String error) {
    jdbc.sql("update integrations set last_error = ? where id = ? and status = 'CONNECTED'")
        .params(error, id)
        .update();
  }

  /** Removes it with its tokens, jobs and items; returns its account index. */
  Optional<String> remove(UUID id, UUID userId) {
    return jdbc.sql("delete from integrations where id = ? and user_id = ? returning account_index")
        .params(id, userId)
        .query(String.class)
        .optional();
  }

  private Integration row(ResultSet row, int number) throws SQLException {
    OffsetDateTime synced = row.getObject("last_synced_at", OffsetDateTime.class);
    return new Integration(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("provider"),
        cipher.decrypt(row.getString("account"), CONTEXT),
        capabilities(row, "requested"),
        capabilities(row, "granted"),
        Integration.Status.valueOf(row.getString("status")),
        synced == null ? null : synced.toInstant(),
        row.getString("last_error"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Set<Capability> capabilities(ResultSet row, String column) throws SQLException {
    return Capability.split(row.getString(column));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
