package app.tdah.user.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds entries, the newest first, and says who is who as far as that is still known. */
@Repository
class AuditSearch {

  private static final String SELECT =
      """
      select e.*, a.user_id as actor_id, s.user_id as user_id, d.address
        from audit_entries e
        left join audit_subjects a on a.subject = e.actor
        left join audit_subjects s on s.subject = e.subject
        left join audit_addresses d on d.sequence = e.sequence
       where true%s order by e.sequence desc limit :limit
      """;

  private final JdbcClient jdbc;

  AuditSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param last the id of the entry before the page
   */
  List<Found> search(AuditFilter filter, @Nullable UUID last, int limit) {
    StringBuilder where = new StringBuilder();
    Map<String, Object> values = new LinkedHashMap<>();
    and(where, values, "actor", filter.actor(), "e.actor = (" + subject("actor") + ")");
    and(where, values, "user", filter.user(), "e.subject = (" + subject("user") + ")");
    String action = filter.action();
    if (action != null && action.endsWith(".*")) {
      String resource = action.substring(0, action.length() - 1);
      and(where, values, "action", like(resource), "e.action like :action");
    } else {
      and(where, values, "action", action, "e.action = :action");
    }
    and(where, values, "from", timestamp(filter.from()), "e.at >= :from");
    and(where, values, "to", timestamp(filter.to()), "e.at < :to");
    String before = "e.sequence < (select sequence from audit_entries where id = :last)";
    and(where, values, "last", last, before);
    return jdbc.sql(SELECT.formatted(where))
        .params(values)
        .param("limit", limit)
        .query(AuditSearch::found)
        .list();
  }

  private static String subject(String parameter) {
    return "select subject from audit_subjects where user_id = :" + parameter;
  }

  private static String like(String beginning) {
    return beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static void and(
      StringBuilder where,
      Map<String, Object> values,
      String name,
      @Nullable Object value,
      String condition) {
    if (value != null) {
      where.append(" and ").append(condition);
      values.put(name, value);
    }
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    return new Found(
        AuditEntries.entry(row),
        row.getObject("actor_id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("address"));
  }

  /** An entry with the people who are still known. */
  record Found(
      AuditEntry entry, @Nullable UUID actorId, @Nullable UUID userId, @Nullable String address) {}
}
