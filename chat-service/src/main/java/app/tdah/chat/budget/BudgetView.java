package app.tdah.chat.budget;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a user spent and may spend, in millionths of the currency unit.
 *
 * @param warning a limit is nearly reached
 * @param exhausted a limit is reached: the built-in model answers
 * @param own the user's own limits; the operator's may be tighter
 */
@Schema(name = "Budget")
public record BudgetView(
    String currency, Share day, Share month, boolean warning, boolean exhausted, Own own) {

  /**
   * Of a day or a month.
   *
   * @param period such as {@code 2026-11-23} or {@code 2026-11}
   * @param limitMicros null for none
   */
  @Schema(name = "BudgetShare")
  public record Share(
      String period, long spentMicros, long reservedMicros, @Nullable Long limitMicros) {

    private boolean reached(double part) {
      return limitMicros != null && spentMicros + reservedMicros >= limitMicros * part;
    }
  }

  /** Null for none. */
  @Schema(name = "BudgetLimits")
  public record Own(@Nullable Long dayLimitMicros, @Nullable Long monthLimitMicros) {}

  static BudgetView of(BudgetProperties properties, Share day, Share month, Limits own) {
    return new BudgetView(
        properties.currency(),
        day,
        month,
        day.reached(properties.warnAt()) || month.reached(properties.warnAt()),
        day.reached(1) || month.reached(1),
        new Own(own.day(), own.month()));
  }
}
