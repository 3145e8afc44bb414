package app.tdah.chat.task;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which offline writes came in. */
@Component
class OfflineWrites {

  private final JdbcClient jdbc;
  private final Clock clock;

  OfflineWrites(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean isKnown(UUID userId, UUID id) {
    return jdbc.sql(
            "select exists (select 1 from task_offline_writes where user_id = ? and id = ?)")
        .params(userId, id)
        .query(Boolean.class)
        .single();
  }

  void add(UUID userId, OfflineWrite write) {
    jdbc.sql(
            "insert into task_offline_writes (user_id, id, task_id, received_at)"
                + " values (?, ?, ?, ?)")
        .params(userId, write.id(), write.taskId(), Timestamp.from(clock.instant()))
        .update();
  }
}
