package app.tdah.user.privacy;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The audit log names people by pseudonyms and is never changed. Who is erased disappears from the
 * table that says whose pseudonym is whose.
 */
@Component
class AuditSubjects {

  private final JdbcClient jdbc;

  AuditSubjects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From here on, the entries are about nobody. */
  void erase(UUID userId) {
    if (jdbc.sql("select to_regclass('audit_subjects') is not null")
        .query(Boolean.class)
        .single()) {
      jdbc.sql("delete from audit_subjects where user_id = ?").param(userId).update();
    }
  }
}
