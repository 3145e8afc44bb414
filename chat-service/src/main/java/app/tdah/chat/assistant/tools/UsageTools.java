package app.tdah.chat.assistant.tools;

import app.tdah.chat.budget.Budget;
import app.tdah.chat.budget.BudgetView;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.stereotype.Component;

@Component
class UsageTools {

  private static final int MICROS = 6;

  private final Budget budget;

  UsageTools(Budget budget) {
    this.budget = budget;
  }

  /** Amounts in the currency's unit; null for no limit. */
  record Share(BigDecimal spent, @Nullable BigDecimal limit) {}

  record Usage(Share day, Share month, String currency) {}

  @Tool(
      name = "usage",
      description = "What the language model cost the user today and this month, and the limits.")
  Usage usage(ToolContext context) {
    BudgetView view = budget.of(ToolScope.of(context).userId());
    return new Usage(share(view.day()), share(view.month()), view.currency());
  }

  private static Share share(BudgetView.Share share) {
    Long limit = share.limitMicros();
    return new Share(units(share.spentMicros()), limit == null ? null : units(limit));
  }

  private static BigDecimal units(long micros) {
    return BigDecimal.valueOf(micros, MICROS);
  }
}
