package app.tdah.chat.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.devstack.testing.EmbeddedServers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes until all reminders of one second are told; not part of the tests, see {@code
 * bench/reminders/run}.
 */
@EmbeddedServers
@SpringBootTest
class ReminderBurst {

  private static final int REMINDERS = Integer.getInteger("reminders", 10_000);

  @Autowired private JdbcClient jdbc;

  @Test
  void isToldInSeconds() {
    Instant due = Instant.now().plusSeconds(15);
    jdbc.sql(
            """
            with made as (
              insert into reminders (id, user_id, text, due_at, status, created_at, version)
              select gen_random_uuid(), gen_random_uuid(), 'burst ' || n,
                     to_timestamp(:due), 'PENDING', now(), 0
                from generate_series(1, :count) n returning id)
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'reminder', id || '@' || :moment, to_timestamp(:due), false, 1 from made
            """)
        .param("due", due.getEpochSecond())
        .param("moment", Instant.ofEpochSecond(due.getEpochSecond()).toString())
        .param("count", REMINDERS)
        .update();
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofMinutes(3))
        .until(() -> count("reminders where text like 'burst %' and status = 'PENDING'") == 0);
    Duration told = Duration.between(Instant.ofEpochSecond(due.getEpochSecond()), Instant.now());
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofMinutes(3))
        .until(() -> count("outbox") == 0);
    Duration sent = Duration.between(Instant.ofEpochSecond(due.getEpochSecond()), Instant.now());
    assertThat(count("nudges join reminders r on r.id = reminder_id where r.text like 'burst %'"))
        .isEqualTo(REMINDERS);
    System.out.printf(
        "%d reminders of one second: told after %.1f s, events in Kafka after %.1f s%n",
        REMINDERS, told.toMillis() / 1000.0, sent.toMillis() / 1000.0);
  }

  private long count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Long.class).single();
  }
}
