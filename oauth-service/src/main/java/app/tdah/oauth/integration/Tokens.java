package app.tdah.oauth.integration;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.oauth.provider.TokenGrant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens table: encrypted under the integration's id, guarded by a version. */
@Repository
class Tokens {

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  Tokens(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  Optional<Stored> find(UUID integrationId) {
    return jdbc.sql("select * from tokens where integration_id = ?")
        .param(integrationId)
        .query(this::row)
        .optional();
  }

  /** Tokens of a fresh consent win over any refresh that is under way. */
  void put(UUID integrationId, TokenGrant grant, Instant now) {
    jdbc.sql(
            """
            insert into tokens (integration_id, access_token, refresh_token, expires_at, version)
            values (:id, :access, :refresh, :expires, 1)
            on conflict (integration_id) do update
              set access_token = excluded.access_token,
                  refresh_token = coalesce(excluded.refresh_token, tokens.refresh_token),
                  expires_at = excluded.expires_at,
                  version = tokens.version + 1,
                  refresh_lease_until = null
            """)
        .param("id", integrationId)
        .param("access", seal(grant.accessToken(), integrationId))
        .param("refresh", sealOptional(grant.refreshToken(), integrationId))
        .param("expires", utc(now.plus(grant.lifetime())))
        .update();
  }

  /** Whether the caller is the one who refreshes that version; holds until the lease runs out. */
  boolean claimRefresh(UUID integrationId, long version, Instant now, Duration lease) {
    return jdbc.sql(
                """
                update tokens set refresh_lease_until = :until
                where integration_id = :id and version = :version
                  and (refresh_lease_until is null or refresh_lease_until < :now)
                """)
            .param("id", integrationId)
            .param("version", version)
            .param("until", utc(now.plus(lease)))
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** Stores the result of a refresh unless somebody else was faster. */
  boolean refreshed(UUID integrationId, long version, TokenGrant grant, Instant now) {
    return jdbc.sql(
                """
                update tokens
                set access_token = :access, refresh_token = coalesce(:refresh, refresh_token),
                    expires_at = :expires, version = version + 1, refresh_lease_until = null
                where integration_id = :id and version = :version
                """)
            .param("id", integrationId)
            .param("version", version)
            .param("access", seal(grant.accessToken(), integrationId))
            .param("refresh", sealOptional(grant.refreshToken(), integrationId))
            .param("expires", utc(now.plus(grant.lifetime())))
            .update()
        == 1;
  }

  /** The refresh came to nothing; the next caller may try. */
  void releaseRefresh(UUID integrationId, long version) {
    jdbc.sql(
            "update tokens set refresh_lease_until = null where integration_id = ? and version = ?")
        .params(integrationId, version)
        .update();
  }

  private Stored row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("integration_id", UUID.class);
    String refresh = row.getString("refresh_token");
    return new Stored(
        cipher.decrypt(row.getString("access_token"), id.toString()),
        refresh == null ? null : cipher.decrypt(refresh, id.toString()),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }

  private String seal(String token, UUID integrationId) {
    return cipher.encrypt(token, integrationId.toString());
  }

  private @Nullable String sealOptional(@Nullable String token, UUID integrationId) {
    return token == null ? null : seal(token, integrationId);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** What is stored, in the clear. */
  record Stored(
      String accessToken, @Nullable String refreshToken, Instant expiresAt, long version) {

    boolean validAt(Instant moment) {
      return expiresAt.isAfter(moment);
    }

    @Override
    public String toString() {
      return "Stored[version=" + version + ", expiresAt=" + expiresAt + "]";
    }
  }
}
