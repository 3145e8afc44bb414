package app.tdah.session.threat;

import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.CursorRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The findings: one of each cause, open or dismissed. */
@Component
class Threats {

  private static final TypeReference<LinkedHashMap<String, Object>> EVIDENCE =
      new TypeReference<>() {};
  private static final Duration ATTACK_REMEMBERED = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ThreatProperties properties;

  Threats(JdbcClient jdbc, JsonMapper json, ThreatProperties properties) {
    this.jdbc = jdbc;
    this.json = json;
    this.properties = properties;
  }

  /** Makes a finding, unless there is one of this cause; its id if it is new. */
  Optional<UUID> add(Finding finding, Instant at) {
    UUID id = Ids.next();
    int added =
        jdbc.sql(
                """
                insert into threats
                  (id, user_id, rule, severity, status, address, fingerprint, evidence, actions, at,
                   last_at)
                values (?, cast(? as uuid), ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?)
                on conflict (fingerprint) do nothing
                """)
            .param(id)
            .param(finding.userId())
            .param(finding.rule())
            .param(finding.severity().name())
            .param(finding.address())
            .param(finding.fingerprint())
            .param(json.writeValueAsString(finding.evidence()))
            .param(
                finding.actions().stream()
                    .sorted()
                    .map(Action::name)
                    .collect(Collectors.joining(",")))
            .param(Timestamp.from(at))
            .param(Timestamp.from(at))
            .update();
    return added == 1 ? Optional.of(id) : Optional.empty();
  }

  /** The cause of an open finding goes on; false when the finding was dismissed. */
  boolean renew(Finding finding, Instant at) {
    return jdbc.sql(
                """
                update threats set last_at = greatest(last_at, ?), evidence = ?
                where fingerprint = ? and status = 'OPEN'
                """)
            .params(
                Timestamp.from(at),
                json.writeValueAsString(finding.evidence()),
                finding.fingerprint())
            .update()
        == 1;
  }

  /** Whether looking again is of no use: it was dismissed, or is open and was seen lately. */
  boolean settled(String fingerprint, Instant at) {
    return jdbc.sql(
            """
            select exists (select 1 from threats
              where fingerprint = ? and (status = 'DISMISSED' or last_at > ?))
            """)
        .params(fingerprint, Timestamp.from(at.minus(properties.throttle().dividedBy(2))))
        .query(Boolean.class)
        .single();
  }

  /** Whether many accounts have been attacked from an address of late. */
  boolean attacking(String address, Instant at) {
    return jdbc.sql(
            """
            select exists (select 1 from threats
              where address = ? and status = 'OPEN' and user_id is null and last_at > ?)
            """)
        .params(address, Timestamp.from(at.minus(ATTACK_REMEMBERED)))
        .query(Boolean.class)
        .single();
  }

  /**
   * Dismisses an open finding; of this user, if one is given.
   *
   * @return the finding, dismissed now or before; empty when there is none
   */
  Optional<Dismissed> dismiss(UUID id, @Nullable UUID userId, UUID by, Instant at) {
    int changed =
        jdbc.sql(
                """
                update threats set status = 'DISMISSED', dismissed_at = ?, dismissed_by = ?
                where id = ? and status = 'OPEN'
                  and (cast(? as uuid) is null or user_id = cast(? as uuid))
                """)
            .param(Timestamp.from(at))
            .param(by)
            .param(id)
            .param(userId)
            .param(userId)
            .update();
    return jdbc.sql(
            """
            select user_id, rule, address from threats
            where id = ? and (cast(? as uuid) is null or user_id = cast(? as uuid))
            """)
        .param(id)
        .param(userId)
        .param(userId)
        .query((row, number) ->
            new Dismissed(
                row.getObject("user_id", UUID.class),
                row.getString("rule"),
                row.getString("address"),
                changed == 1))
        .optional();
  }

  /** Whether it was said of an address that it attacks nobody, and nothing has been found since. */
  boolean cleared(String address) {
    return jdbc.sql(
            """
            select coalesce(bool_and(status = 'DISMISSED'), false) from threats
            where address = ? and user_id is null
            """)
        .param(address)
        .query(Boolean.class)
        .single();
  }

  /** Whether another open finding slows an address down. */
  boolean throttled(String address) {
    return jdbc.sql(
            """
            select exists (select 1 from threats
              where address = ? and status = 'OPEN' and actions like '%THROTTLE%')
            """)
        .param(address)
        .query(Boolean.class)
        .single();
  }

  /** The newest first; one more than a page. */
  List<Threat> list(ThreatFilter filter, CursorRequest page) {
    Query query = query(filter, page);
    return jdbc.sql(query.sql()).params(query.values()).query((row, number) -> read(row)).list();
  }

  /** Only conditions that are asked for, so that each has its index. */
  static Query query(ThreatFilter filter, CursorRequest page) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    where(conditions, values, "user_id = ?", filter.userId());
    where(conditions, values, "rule = ?", filter.rule());
    where(conditions, values, "severity = ?", name(filter.severity()));
    where(conditions, values, "status = ?", name(filter.status()));
    where(conditions, values, "id < ?", page.after());
    values.add(page.fetch());
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return new Query("select * from threats" + where + " order by id desc limit ?", values);
  }

  private static void where(
      List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private Threat read(ResultSet row) throws SQLException {
    return new Threat(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("rule"),
        Severity.valueOf(row.getString("severity")),
        Threat.Status.valueOf(row.getString("status")),
        row.getTimestamp("at").toInstant(),
        row.getTimestamp("last_at").toInstant(),
        Arrays.stream(row.getString("actions").split(",")).map(Action::valueOf).toList(),
        evidence(row.getString("evidence")));
  }

  private Map<String, Object> evidence(String text) {
    return json.readValue(text, EVIDENCE);
  }

  /** A statement and its values. */
  record Query(String sql, List<Object> values) {}

  /**
   * A finding that counts for nothing any more.
   *
   * @param now whether it has just been dismissed
   */
  record Dismissed(@Nullable UUID userId, String rule, @Nullable String address, boolean now) {}
}
