package app.tdah.sms.outbound;

import app.tdah.defaults.crypto.FieldCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The outbound_messages table; numbers and text are encrypted under the row's id. */
@Repository
class OutboundMessages {

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  OutboundMessages(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** False when that request is known already. */
  boolean add(OutboundMessage message) {
    return jdbc.sql(
                """
                insert into outbound_messages
                  (id, request_id, user_id, purpose, recipient, sender, body, segments, status,
                   next_attempt_at, created_at)
                values (:id, :request, :user, :purpose, :recipient, :sender, :body, :segments, :status,
                        :due, :created)
                on conflict (request_id) do nothing
                """)
            .param("id", message.id())
            .param("request", message.requestId())
            .param("user", message.userId())
            .param("purpose", message.purpose().name())
            .param("recipient", seal(message.recipient(), message.id()))
            .param("sender", message.sender())
            .param("body", seal(message.body(), message.id()))
            .param("segments", message.segments())
            .param("status", message.status().name())
            .param("due", utc(message.nextAttemptAt()))
            .param("created", utc(message.createdAt()))
            .update()
        == 1;
  }

  /**
   * Leases due messages and records that an attempt begins. A user's conversation messages wait for
   * the earlier ones.
   */
  @Transactional
  public List<Claimed> claim(int limit, Instant now, Duration lease) {
    return jdbc.sql(
            """
            with due as (
              select m.id, m.status as was from outbound_messages m
              where m.status in ('PENDING', 'CALLING') and m.next_attempt_at <= :now
                and (m.lease_until is null or m.lease_until <= :now)
                and (m.purpose <> 'CONVERSATION' or not exists (
                  select from outbound_messages earlier
                  where earlier.user_id = m.user_id and earlier.position < m.position
                    and earlier.purpose = 'CONVERSATION'
                    and earlier.status in ('PENDING', 'CALLING')))
              order by m.position limit :limit for update of m skip locked)
            update outbound_messages m
            set status = 'CALLING', attempts = attempts + 1, lease_until = :until,
                first_attempt_at = coalesce(first_attempt_at, :now)
            from due where m.id = due.id
            returning m.*, due.was
            """)
        .param("now", utc(now))
        .param("until", utc(now.plus(lease)))
        .param("limit", limit)
        .query(
            (row, number) -> new Claimed(row(row, number), row.getString("was").equals("CALLING")))
        .list();
  }

  /** Locks the row. */
  Optional<OutboundMessage> lock(UUID requestId) {
    return jdbc.sql("select * from outbound_messages where request_id = ? for update")
        .param(requestId)
        .query(this::row)
        .optional();
  }

  /** Locks the row. */
  Optional<OutboundMessage> lock(String messageSid) {
    return jdbc.sql("select * from outbound_messages where message_sid = ? for update")
        .param(messageSid)
        .query(this::row)
        .optional();
  }

  boolean knows(String messageSid) {
    return jdbc.sql("select count(*) from outbound_messages where message_sid = ?")
            .param(messageSid)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Stores what changed, and gives the lease back. */
  void save(OutboundMessage message) {
    store(message, true);
  }

  /** Stores what changed, and keeps the lease. */
  void saveLeased(OutboundMessage message) {
    store(message, false);
  }

  private void store(OutboundMessage message, boolean release) {
    jdbc.sql(
            """
            update outbound_messages
            set recipient = :recipient, sender = :sender, segments = :segments, status = :status,
                message_sid = :sid, error_code = :error, usage_booked = :booked,
                next_attempt_at = :due,
                lease_until = case when :release then null else lease_until end
            where id = :id
            """)
        .param("recipient", seal(message.recipient(), message.id()))
        .param("sender", message.sender())
        .param("segments", message.segments())
        .param("status", message.status().name())
        .param("sid", message.messageSid())
        .param("error", message.errorCode())
        .param("booked", message.usageBooked())
        .param("due", utc(message.nextAttemptAt()))
        .param("release", release)
        .param("id", message.id())
        .update();
  }

  private OutboundMessage row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String recipient = row.getString("recipient");
    OffsetDateTime first = row.getObject("first_attempt_at", OffsetDateTime.class);
    return new OutboundMessage(
        id,
        row.getObject("request_id", UUID.class),
        row.getObject("user_id", UUID.class),
        Purpose.valueOf(row.getString("purpose")),
        recipient == null ? null : cipher.decrypt(recipient, id.toString()),
        row.getString("sender"),
        cipher.decrypt(row.getString("body"), id.toString()),
        row.getInt("segments"),
        DeliveryStatus.valueOf(row.getString("status")),
        row.getString("message_sid"),
        row.getObject("error_code", Integer.class),
        row.getBoolean("usage_booked"),
        row.getInt("attempts"),
        first == null ? null : first.toInstant(),
        row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private @Nullable String seal(@Nullable String text, UUID id) {
    return text == null ? null : cipher.encrypt(text, id.toString());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** A leased message; {@code resumed} when an earlier attempt's outcome was never recorded. */
  record Claimed(OutboundMessage message, boolean resumed) {}
}
