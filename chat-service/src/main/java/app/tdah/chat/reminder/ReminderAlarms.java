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

  private static final TaskDescriptor<Void> REMINDER = TaskDescriptor.of("reminder");
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final String SEPARATOR = "@";

  @Bean
  OneTimeTask<Void> reminderAlarm(FireReminder fire) {
    return Tasks.oneTime(REMINDER)
        .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
        .execute((alarm, context) -> {
          String[] parts = alarm.getId().split(SEPARATOR);
          fire.fire(
              UUID.fromString(parts[0]), Instant.parse(parts[1]), context.getSchedulerClient());
        });
  }

  /** Sets the alarm in the current transaction; the same alarm twice is one. */
  static void set(SchedulerClient scheduler, UUID reminderId, Instant moment) {
    scheduler.scheduleIfNotExists(
        REMINDER.instance(reminderId + SEPARATOR + moment).scheduledTo(moment));
  }
}
