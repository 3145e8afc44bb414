package app.tdah.chat.task;

import app.tdah.defaults.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long the history of tasks is kept. */
@Configuration(proxyBeanMethods = false)
class TaskRetention {

  /** Their changes go with them. */
  @Bean
  RetentionRule keptOperations(TaskHistoryProperties history) {
    return new RetentionRule("task_operations", "at", history.undoable());
  }

  /** Of tasks that are there, the clocks stay. */
  @Bean
  RetentionRule keptClocks(TaskHistoryProperties history) {
    return new RetentionRule(
        "task_field_clocks",
        "changed_at",
        history.undoable(),
        "not exists (select 1 from tasks where tasks.id = task_field_clocks.task_id)");
  }

  /** A device that comes back later than this may send a write again and have it counted twice. */
  @Bean
  RetentionRule keptWrites(TaskHistoryProperties history) {
    return new RetentionRule("task_offline_writes", "received_at", history.writesKnown());
  }

  /** Conflicts of tasks that are there wait for their user, however long. */
  @Bean
  RetentionRule keptConflicts(TaskHistoryProperties history) {
    return new RetentionRule(
        "task_conflicts",
        "created_at",
        history.undoable(),
        "resolved_at is not null or not exists"
            + " (select 1 from tasks where tasks.id = task_conflicts.task_id)");
  }
}
