package app.tdah.chat.breakdown;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which steps we made, so that a user's own are never replaced. */
@Component
class GeneratedSteps {

  private final JdbcClient jdbc;

  GeneratedSteps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends, nobody else breaks this task down. */
  void lock(UUID taskId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("break-down:" + taskId)
        .query((row, number) -> number)
        .list();
  }

  void add(UUID userId, UUID taskId, UUID parentId) {
    jdbc.sql("insert into breakdown_steps (task_id, user_id, parent_id) values (?, ?, ?)")
        .params(taskId, userId, parentId)
        .update();
  }

  Set<UUID> of(UUID parentId) {
    return jdbc
        .sql("select task_id from breakdown_steps where parent_id = ?")
        .param(parentId)
        .query(UUID.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }
}
