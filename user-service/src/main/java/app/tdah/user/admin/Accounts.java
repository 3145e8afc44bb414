package app.tdah.user.admin;

import app.tdah.defaults.crypto.EncryptedStringConverter;
import app.tdah.user.admin.Account.Suspension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads accounts, and keeps which are suspended. */
@Repository
class Accounts {

  private static final String SELECT =
      """
      select p.id, p.email, p.email_verified, p.display_name, p.created_at, p.last_seen_at,
             s.reason, s.since,
             exists (select 1 from erasure_requests e where e.user_id = p.id
                      and e.status in ('SCHEDULED', 'RUNNING')) as erasing,
             array(select role from role_grants g where g.user_id = p.id order by role) as roles
        from profiles p left join suspensions s on s.user_id = p.id
       where %s order by p.id desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final EncryptedStringConverter converter;

  Accounts(JdbcClient jdbc, EncryptedStringConverter converter) {
    this.jdbc = jdbc;
    this.converter = converter;
  }

  /** The newest first. */
  List<Account> search(AccountQuery query, int limit) {
    return jdbc.sql(SELECT.formatted(query.sql()))
        .params(query.parameters())
        .param("limit", limit)
        .query(this::account)
        .list();
  }

  Optional<Account> find(UUID id) {
    return jdbc.sql(SELECT.formatted("p.id = :id"))
        .param("id", id)
        .param("limit", 1)
        .query(this::account)
        .optional();
  }

  /** Whether it was not suspended before. */
  boolean suspend(UUID userId, Suspension suspension) {
    return jdbc.sql(
                """
                insert into suspensions (user_id, reason, since) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(userId, suspension.reason(), Timestamp.from(suspension.since()))
            .update()
        == 1;
  }

  /** Whether it was suspended before. */
  boolean reinstate(UUID userId) {
    return jdbc.sql("delete from suspensions where user_id = ?").param(userId).update() == 1;
  }

  private Account account(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason");
    Instant since = instant(row, "since");
    return new Account(
        row.getObject("id", UUID.class),
        Objects.requireNonNull(converter.convertToEntityAttribute(row.getString("email"))),
        row.getBoolean("email_verified"),
        row.getString("display_name"),
        Arrays.asList((String[]) row.getArray("roles").getArray()),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "last_seen_at"),
        reason == null || since == null ? null : new Suspension(reason, since),
        row.getBoolean("erasing"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
