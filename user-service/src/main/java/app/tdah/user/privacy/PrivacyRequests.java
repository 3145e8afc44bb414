package app.tdah.user.privacy;

import app.tdah.defaults.web.CursorRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exports and erasures of everybody, for administrators. */
@Repository
class PrivacyRequests {

  private final JdbcClient jdbc;
  private final PrivacyProperties properties;

  PrivacyRequests(JdbcClient jdbc, PrivacyProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /** The newest first; one more than a page. */
  List<PrivacyRequest> list(@Nullable Kind kind, CursorRequest page) {
    return jdbc.sql(
            """
            select r.*, array(
                     select service from erasure_answers where erasure_id = r.id
                     union select service from export_parts where export_id = r.id and complete)
                   as answered
              from (select id, 'EXPORT' as kind, status, user_id, created_at,
                           null::timestamptz as due_at, expires_at, finished_at
                      from export_requests
                    union all
                    select id, 'ERASURE', status, user_id, created_at, due_at, null, finished_at
                      from erasure_requests) r
             where (cast(:kind as text) is null or kind = :kind)
               and (cast(:after as uuid) is null or id < :after)
             order by id desc limit :limit
            """)
        .param("kind", kind == null ? null : kind.name())
        .param("after", page.after())
        .param("limit", page.fetch())
        .query(this::row)
        .list();
  }

  private PrivacyRequest row(ResultSet row, int number) throws SQLException {
    String status = row.getString("status");
    boolean waits = status.equals("PENDING") || status.equals("RUNNING");
    List<String> answered = Arrays.asList((String[]) row.getArray("answered").getArray());
    return new PrivacyRequest(
        row.getObject("id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        status,
        row.getObject("user_id", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "due_at"),
        instant(row, "expires_at"),
        instant(row, "finished_at"),
        properties.services().stream()
            .filter(service -> waits && !answered.contains(service))
            .toList());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  enum Kind {
    EXPORT,
    ERASURE
  }

  record PrivacyRequest(
      UUID id,
      Kind kind,
      String status,
      @Nullable UUID userId,
      Instant createdAt,
      @Nullable Instant dueAt,
      @Nullable Instant expiresAt,
      @Nullable Instant finishedAt,
      List<String> waitingFor) {}
}
