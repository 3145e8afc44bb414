package app.tdah.chat.reminder;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One scheduled execution per reminder and moment, in the database that all replicas share. */
@Configuration(proxyBeanMethods = false)
class ReminderAlarms {

  static final String NAME = "reminder";

  private static final TaskDescriptor<Void> REMINDER = TaskDescriptor.of(NAME);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final String SEPARATOR = "@";

  @Bean
  OneTimeTask<Void> reminderAlarm(FireReminder fire) {
    return Tasks.oneTime(REMINDER)
        .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
        .execute((alarm, context) -> {
          String[] parts = alarm.getId().split(SEPARATOR);
          UUID id = UUID.fromString(parts[0]);
          Instant moment = Instant.parse(parts[1]);
          // One that cannot be told must not hold up the others.
          if (context.getExecution().consecutiveFailures > 0) {
            fire.fire(id, moment, context.getSchedulerClient());
          } else {
            fire.fireWithOthers(id, moment, context.getSchedulerClient());
          }
        });
  }

  /** Sets the alarm in the current transaction; the same alarm twice is one. */
  static void set(SchedulerClient scheduler, UUID reminderId, Instant moment) {
    scheduler.scheduleIfNotExists(
        REMINDER.instance(instance(reminderId, moment)).scheduledTo(moment));
  }

  static String instance(UUID reminderId, Instant moment) {
    return reminderId + SEPARATOR + moment;
  }
}
