package app.tdah.sms.outbound;

import app.tdah.sms.sender.SmsSender;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives each user one number of the pool, and keeps to it: the one that they texted last. */
@Repository
public class SenderPool {

  private final JdbcClient jdbc;
  private final SmsSender sender;
  private final Clock clock;

  SenderPool(JdbcClient jdbc, SmsSender sender, Clock clock) {
    this.jdbc = jdbc;
    this.sender = sender;
    this.clock = clock;
  }

  /** Whether it is one of ours. */
  public boolean contains(String number) {
    return sender.numbers().contains(number);
  }

  /** The user wrote to this number: answers come from it. */
  public void texted(UUID userId, String number) {
    if (contains(number)) {
      assign(userId, number);
    }
  }

  /** The number to send from; empty when the pool is. */
  Optional<String> numberFor(@Nullable UUID userId, String recipient) {
    List<String> numbers = sender.numbers();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    if (userId == null) {
      return Optional.of(numbers.get(Math.floorMod(recipient.hashCode(), numbers.size())));
    }
    return Optional.of(
        assigned(userId).filter(numbers::contains).orElseGet(() -> choose(userId, numbers)));
  }

  private String choose(UUID userId, List<String> numbers) {
    String number = numbers.get(Math.floorMod(userId.hashCode(), numbers.size()));
    assign(userId, number);
    return number;
  }

  private Optional<String> assigned(UUID userId) {
    return jdbc.sql("select sender from sender_assignments where user_id = ?")
        .param(userId)
        .query(String.class)
        .optional();
  }

  private void assign(UUID userId, String number) {
    jdbc.sql(
            """
            insert into sender_assignments values (?, ?, ?)
            on conflict (user_id) do update
              set sender = excluded.sender, assigned_at = excluded.assigned_at
              where sender_assignments.sender <> excluded.sender
            """)
        .params(userId, number, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
