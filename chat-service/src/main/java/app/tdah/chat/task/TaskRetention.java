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
}
