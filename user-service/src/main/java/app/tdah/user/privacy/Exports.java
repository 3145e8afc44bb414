package app.tdah.user.privacy;

import app.tdah.defaults.web.CursorRequest;
import app.tdah.user.privacy.ExportRequest.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests for exports. */
@Repository
class Exports {

  private final JdbcClient jdbc;

  Exports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the user has one that is not finished. */
  boolean add(ExportRequest export, Instant askAt) {
    return jdbc.sql(
                """
                insert into export_requests (id, user_id, status, locale, created_at, ask_at, give_up_at)
                values (?, ?, 'PENDING', ?, ?, ?, ?)
                on conflict (user_id) where status = 'PENDING' do nothing
                """)
            .params(
                export.id(),
                export.userId(),
                export.locale().getLanguage(),
                Timestamp.from(export.createdAt()),
                Timestamp.from(askAt),
                Timestamp.from(export.giveUpAt()))
            .update()
        == 1;
  }

  /** When the user's exports since a moment were asked for, the newest first. */
  List<Instant> since(UUID userId, Instant moment) {
    return jdbc.sql(
            "select created_at from export_requests where user_id = ? and created_at > ?"
                + " order by created_at desc")
        .params(userId, Timestamp.from(moment))
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .list();
  }

  Optional<ExportRequest> find(UUID userId, UUID id) {
    return jdbc.sql("select * from export_requests where id = ? and user_id = ?")
        .params(id, userId)
        .query(Exports::row)
        .optional();
  }

  /** The newest first; one more than a page. */
  List<ExportRequest> list(UUID userId, CursorRequest page) {
    return jdbc.sql(
            """
            select * from export_requests
             where user_id = :user and (cast(:after as uuid) is null or id < :after)
             order by id desc limit :limit
            """)
        .param("user", userId)
        .param("after", page.after())
        .param("limit", page.fetch())
        .query(Exports::row)
        .list();
  }

  Optional<ExportRequest> lockPending(UUID userId, UUID id) {
    return jdbc.sql(
            "select * from export_requests where id = ? and user_id = ? and status = 'PENDING' for update")
        .params(id, userId)
        .query(Exports::row)
        .optional();
  }

  /** Those that wait for answers, and those whose time is over. */
  List<UUID> open(Instant now) {
    return jdbc.sql(
            """
            select id from export_requests
             where status = 'PENDING' or status = 'READY' and expires_at <= ?
            """)
        .param(Timestamp.from(now))
        .query(UUID.class)
        .list();
  }

  /** Empty when another replica has it at hand. */
  Optional<ExportRequest> claim(UUID id) {
    return jdbc.sql("select * from export_requests where id = ? for update skip locked")
        .param(id)
        .query(Exports::row)
        .optional();
  }

  /** Whether it is time to ask again; the next time is after a pause. */
  boolean askAgain(UUID id, Instant now, Instant next) {
    return jdbc.sql("update export_requests set ask_at = ? where id = ? and ask_at <= ?")
            .params(Timestamp.from(next), id, Timestamp.from(now))
            .update()
        == 1;
  }

  void ready(UUID id, Instant now, Instant expiresAt, int chunks, long size) {
    jdbc.sql(
            """
            update export_requests
               set status = 'READY', finished_at = ?, expires_at = ?, chunks = ?, size = ?
             where id = ?
            """)
        .params(Timestamp.from(now), Timestamp.from(expiresAt), chunks, size, id)
        .update();
  }

  void end(UUID id, Status status, Instant now) {
    jdbc.sql(
            "update export_requests set status = ?, finished_at = coalesce(finished_at, ?) where id = ?")
        .params(status.name(), Timestamp.from(now), id)
        .update();
  }

  private static ExportRequest row(ResultSet row, int number) throws SQLException {
    Timestamp expires = row.getTimestamp("expires_at");
    return new ExportRequest(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        Status.valueOf(row.getString("status")),
        Locale.of(row.getString("locale")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("give_up_at").toInstant(),
        expires == null ? null : expires.toInstant(),
        row.getInt("chunks"),
        row.getLong("size"));
  }
}
