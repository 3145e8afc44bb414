package app.tdah.auth;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts the SQL statements that Hibernate runs in each thread. */
public final class WorkCounter implements StatementInspector {

  private static final ThreadLocal<Integer> STATEMENTS = ThreadLocal.withInitial(() -> 0);

  /** Those that this thread has run so far. */
  public static int statements() {
    return STATEMENTS.get();
  }

  @Override
  public String inspect(String sql) {
    STATEMENTS.set(STATEMENTS.get() + 1);
    return sql;
  }
}
