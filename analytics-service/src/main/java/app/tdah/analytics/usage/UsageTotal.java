package app.tdah.analytics.usage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one meter counted in the whole period.
 *
 * @param costMicros millionths of the currency unit
 */
record UsageTotal(String meter, long quantity, String unit, long costMicros, String currency) {

  /** One total per meter, unit and currency, in the order of their first item. */
  static List<UsageTotal> of(List<UsageItem> items) {
    Map<List<String>, UsageTotal> totals = new LinkedHashMap<>();
    for (UsageItem item : items) {
      totals.merge(
          List.of(item.meter(), item.unit(), item.currency()),
          new UsageTotal(
              item.meter(), item.quantity(), item.unit(), item.costMicros(), item.currency()),
          UsageTotal::plus);
    }
    return List.copyOf(totals.values());
  }

  private UsageTotal plus(UsageTotal other) {
    return new UsageTotal(
        meter, quantity + other.quantity, unit, costMicros + other.costMicros, currency);
  }
}
