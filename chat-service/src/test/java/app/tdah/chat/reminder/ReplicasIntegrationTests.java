package app.tdah.chat.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.chat.testing.Api;
import app.tdah.chat.testing.Heard;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.CommunicationEvent.ReminderDue;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two schedulers on one table, as two replicas have it, with several batches to share. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ReplicasIntegrationTests.Ears.class)
class ReplicasIntegrationTests {

  private static final int REMINDERS = 1000;

  @LocalServerPort private int port;
  @Autowired private Heard heard;
  @Autowired private DataSource database;
  @Autowired private OneTimeTask<Void> reminderAlarm;
  @Autowired private Scheduler ours;
  @Autowired private JdbcClient jdbc;

  @TestConfiguration
  static class Ears {

    @Bean
    Heard heard() {
      return new Heard();
    }
  }

  @Test
  void remindersOfOneSecondAreToldOnceEach() {
    Api user = Api.newUser(port);
    AtomicInteger second = new AtomicInteger();
    AtomicInteger third = new AtomicInteger();
    ours.pause();
    set(user.userId(), Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS));
    List<Scheduler> replicas = List.of(replica("second", second), replica("third", third));
    replicas.forEach(Scheduler::start);
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              heard.of(ReminderDue.class, user.userId()).size() >= REMINDERS
                  && heard.of(NotificationRequested.class, user.userId()).size() >= REMINDERS);
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(10))
          .until(() -> heard.of(NotificationRequested.class, user.userId()).size() == REMINDERS);
    } finally {
      replicas.forEach(Scheduler::stop);
      ours.resume();
    }
    assertThat(heard.of(ReminderDue.class, user.userId()))
        .hasSize(REMINDERS)
        .extracting(ReminderDue::reminderId)
        .doesNotHaveDuplicates();
    assertThat(second.get() + third.get()).isPositive();
  }

  private void set(UUID userId, Instant due) {
    jdbc.sql(
            """
            with made as (
              insert into reminders (id, user_id, text, due_at, status, created_at, version)
              select gen_random_uuid(), :user, 'reminder ' || n, to_timestamp(:due), 'PENDING',
                     now(), 0
                from generate_series(1, :count) n returning id)
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'reminder', id || '@' || :moment, to_timestamp(:due), false, 1 from made
            """)
        .param("user", userId)
        .param("due", due.getEpochSecond())
        .param("moment", due.toString())
        .param("count", REMINDERS)
        .update();
  }

  private Scheduler replica(String name, AtomicInteger executed) {
    return Scheduler.create(database, reminderAlarm)
        .tableName("scheduled_tasks")
        .schedulerName(new SchedulerName.Fixed(name))
        .pollingInterval(Duration.ofMillis(100))
        .pollUsingLockAndFetch(0.5, 1.0)
        .threads(2)
        .addSchedulerListener(
            new AbstractSchedulerListener() {
              @Override
              public void onExecutionComplete(ExecutionComplete complete) {
                executed.incrementAndGet();
              }
            })
        .build();
  }
}
