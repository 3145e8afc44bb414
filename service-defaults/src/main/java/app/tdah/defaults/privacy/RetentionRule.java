package app.tdah.defaults.privacy;

import java.time.Duration;

/**
 * How long rows of a kind are kept; declare a bean for each.
 *
 * @param table of the rows
 * @param column moment that counts; rows without one are kept
 * @param age at which they go
 * @param condition that they must meet as well
 */
public record RetentionRule(String table, String column, Duration age, String condition) {

  /** For all rows of a table. */
  public RetentionRule(String table, String column, Duration age) {
    this(table, column, age, "true");
  }
}
