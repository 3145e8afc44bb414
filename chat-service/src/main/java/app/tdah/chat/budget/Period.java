package app.tdah.chat.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A day or a month of somebody's.
 *
 * @param owner the user; {@link #EVERYBODY} for all together
 * @param name such as {@code 2026-11-23} or {@code 2026-11}
 */
record Period(UUID owner, String name) {

  static final UUID EVERYBODY = new UUID(0, 0);

  static Period day(UUID owner, LocalDate date) {
    return new Period(owner, date.toString());
  }

  static Period month(UUID owner, LocalDate date) {
    return new Period(owner, YearMonth.from(date).toString());
  }
}
