package app.tdah.analytics.usage;

import app.tdah.defaults.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/analytics")
@Tag(name = "analytics")
class UsageController {

  private final ReadUsage readUsage;

  UsageController(ReadUsage readUsage) {
    this.readUsage = readUsage;
  }

  @GetMapping("/usage")
  @Operation(
      summary = "What I used, what it cost and what I did; today when no period is given",
      description = "Days and months are those of the user's time zone.")
  UsageReport getUsage(
      CurrentUser user,
      @Parameter(description = "First day, or an instant; default: the day of `to`")
          @RequestParam(required = false)
          @Nullable String from,
      @Parameter(description = "Last day, or an instant that is excluded; default: today")
          @RequestParam(required = false)
          @Nullable String to,
      @RequestParam(defaultValue = "DAY") Granularity granularity) {
    return readUsage.report(user.id(), from, to, granularity);
  }
}
