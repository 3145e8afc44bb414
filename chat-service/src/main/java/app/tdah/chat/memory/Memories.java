package app.tdah.chat.memory;

import app.tdah.chat.memory.Memory.Source;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.ETags;
import app.tdah.defaults.web.InvalidField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The facts that the assistant keeps about its users; the same one is kept once. */
@Service
@Transactional
public class Memories {

  static final int MAX_FACT = 500;
  private static final int MAX_FACTS = 200;

  private final JdbcClient jdbc;
  private final Clock clock;

  Memories(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps a fact.
   *
   * @throws InvalidField when it is none, or too long
   * @throws MemoryRefused when there are too many, or the user does not want to be remembered
   */
  public Memory remember(UUID userId, String fact, Source source) {
    String checked = checked(fact);
    if (!enabled(userId)) {
      throw MemoryRefused.off();
    }
    lock(userId);
    if (count(userId) >= MAX_FACTS) {
      throw MemoryRefused.full(MAX_FACTS);
    }
    Timestamp now = Timestamp.from(clock.instant());
    return jdbc.sql(
            """
            insert into memories as m (id, user_id, fact, source, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (user_id, md5(lower(fact))) do update set updated_at = excluded.updated_at
            returning *
            """)
        .params(Ids.next(), userId, checked, source.name(), now, now)
        .query(Memories::row)
        .single();
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  List<Memory> page(UUID userId, CursorRequest cursor) {
    return jdbc.sql(
            """
            select * from memories where user_id = :user
               and (cast(:after as uuid) is null or id < :after)
             order by id desc limit :limit
            """)
        .param("user", userId)
        .param("after", cursor.after())
        .param("limit", cursor.fetch())
        .query(Memories::row)
        .list();
  }

  /** All facts, the newest first; none when the user does not want to be remembered. */
  @Transactional(readOnly = true)
  public List<Memory> known(UUID userId) {
    return enabled(userId) ? page(userId, new CursorRequest(MAX_FACTS - 1, null)) : List.of();
  }

  /** Says a fact in other words. */
  Memory change(UUID userId, UUID id, @Nullable String ifMatch, String fact) {
    String checked = checked(fact);
    Memory current =
        jdbc.sql("select * from memories where id = ? and user_id = ? for update")
            .params(id, userId)
            .query(Memories::row)
            .optional()
            .orElseThrow(MemoryNotFound::new);
    ETags.require(ifMatch, current.version());
    try {
      return jdbc.sql(
              "update memories set fact = ?, version = version + 1, updated_at = ? where id = ?"
                  + " returning *")
          .params(checked, Timestamp.from(clock.instant()), id)
          .query(Memories::row)
          .single();
    } catch (DuplicateKeyException e) {
      throw new InvalidField("fact", "is known already");
    }
  }

  /**
   * Forgets a fact.
   *
   * @throws MemoryNotFound when it is not the user's
   */
  public void forget(UUID userId, UUID id) {
    if (jdbc.sql("delete from memories where id = ? and user_id = ?").params(id, userId).update()
        == 0) {
      throw new MemoryNotFound();
    }
  }

  void forgetAll(UUID userId) {
    jdbc.sql("delete from memories where user_id = ?").param(userId).update();
  }

  /** Whether facts are kept and used; they are unless the user said no. */
  @Transactional(readOnly = true)
  public boolean enabled(UUID userId) {
    return jdbc.sql("select not exists (select from memory_off where user_id = ?)")
        .param(userId)
        .query(Boolean.class)
        .single();
  }

  void enable(UUID userId, boolean enabled) {
    jdbc.sql(
            enabled
                ? "delete from memory_off where user_id = ?"
                : "insert into memory_off (user_id) values (?) on conflict do nothing")
        .param(userId)
        .update();
  }

  private long count(UUID userId) {
    return jdbc.sql("select count(*) from memories where user_id = ?")
        .param(userId)
        .query(Long.class)
        .single();
  }

  private void lock(UUID userId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('memories'), hashtext(?)) is null")
        .param(userId.toString())
        .query(Boolean.class)
        .single();
  }

  private static String checked(String fact) {
    String stripped = fact.strip();
    if (stripped.isEmpty() || stripped.length() > MAX_FACT || stripped.indexOf('\0') >= 0) {
      throw new InvalidField("fact", "must have 1 to " + MAX_FACT + " characters and no NUL");
    }
    return stripped;
  }

  private static Memory row(ResultSet row, int number) throws SQLException {
    return new Memory(
        row.getObject("id", UUID.class),
        row.getString("fact"),
        Source.valueOf(row.getString("source")),
        row.getLong("version"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
