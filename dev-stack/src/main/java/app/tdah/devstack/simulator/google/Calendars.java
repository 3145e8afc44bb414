package app.tdah.devstack.simulator.google;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calendar of every account; a new account begins with a usual day. */
final class Calendars {
  private final Map<String, Calendar> byAccount = new LinkedHashMap<>();
  private final ZoneId zone;
  private final Clock clock;
  private final Runnable changed;

  Calendars(ZoneId zone, Clock clock, List<Calendar.Content> content, Runnable changed) {
    this.zone = zone;
    this.clock = clock;
    this.changed = changed;
    content.forEach(it -> byAccount.put(it.account(), new Calendar(it, zone, clock, changed)));
  }

  synchronized Calendar of(String account) {
    return byAccount.computeIfAbsent(account, it -> new Calendar(it, zone, clock, changed));
  }

  synchronized List<Calendar> all() {
    return List.copyOf(byAccount.values());
  }
}
