package app.tdah.chat.reminder;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alarms that nobody has picked up yet. */
@Repository
class PendingAlarms {

  private final JdbcClient jdbc;

  PendingAlarms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes away what would ring for nothing; one that rings already may. */
  void remove(Collection<String> instances) {
    if (!instances.isEmpty()) {
      jdbc.sql(
              "delete from scheduled_tasks where task_name = :name and task_instance in (:instances)"
                  + " and not picked")
          .param("name", ReminderAlarms.NAME)
          .param("instances", instances)
          .update();
    }
  }
}
