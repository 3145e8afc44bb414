package app.tdah.chat.focus;

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

/** One scheduled execution per session and moment; the session's row decides what it means. */
@Configuration(proxyBeanMethods = false)
class FocusAlarms {

  private static final TaskDescriptor<Void> FOCUS = TaskDescriptor.of("focus");
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final String SEPARATOR = "@";

  @Bean
  OneTimeTask<Void> focusAlarm(FocusClock clock) {
    return Tasks.oneTime(FOCUS)
        .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
        .execute(
            (alarm, context) -> clock.ring(UUID.fromString(alarm.getId().split(SEPARATOR)[0])));
  }

  /** Sets the alarms of a running session in the current transaction. */
  static void set(SchedulerClient scheduler, FocusSession session) {
    set(scheduler, session.getId(), session.middle());
    if (session.endsAt() != null) {
      set(scheduler, session.getId(), session.endsAt());
    }
  }

  private static void set(SchedulerClient scheduler, UUID id, Instant moment) {
    scheduler.scheduleIfNotExists(FOCUS.instance(id + SEPARATOR + moment).scheduledTo(moment));
  }
}
