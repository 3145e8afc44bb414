package app.tdah.user.phone;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts changes in line, until the end of the transaction: those of one user, and those about one
 * number whoever makes them. Always the user first, so that nobody waits in a circle.
 */
@Component
class PhoneLocks {

  private final JdbcClient jdbc;

  PhoneLocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void user(UUID userId) {
    lock("user " + userId);
  }

  void number(String numberIndex) {
    lock("number " + numberIndex);
  }

  private void lock(String name) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(name)
        .query(Integer.class)
        .single();
  }
}
