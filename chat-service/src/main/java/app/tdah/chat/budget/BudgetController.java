package app.tdah.chat.budget;

import app.tdah.defaults.security.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/budget")
class BudgetController {

  private static final long MAX = 1_000_000_000_000L;

  private final Budget budget;

  BudgetController(Budget budget) {
    this.budget = budget;
  }

  @GetMapping
  BudgetView get(CurrentUser user) {
    return budget.of(user.id());
  }

  /** Replaces the user's own limits; null removes one. */
  @PutMapping
  BudgetView put(CurrentUser user, @Valid @RequestBody OwnLimits limits) {
    return budget.limit(user.id(), new Limits(limits.dayLimitMicros(), limits.monthLimitMicros()));
  }

  record OwnLimits(
      @Nullable @PositiveOrZero @Max(MAX) Long dayLimitMicros,
      @Nullable @PositiveOrZero @Max(MAX) Long monthLimitMicros) {}
}
