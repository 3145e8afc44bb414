package app.tdah.chat.plan;

import app.tdah.chat.person.People;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plan")
class PlanController {

  private static final int FARTHEST_DAYS = 366;

  private final PlanDay plan;
  private final EndDay end;
  private final People people;
  private final Clock clock;

  PlanController(PlanDay plan, EndDay end, People people, Clock clock) {
    this.plan = plan;
    this.end = end;
    this.people = people;
    this.clock = clock;
  }

  record ChosenBlock(@NotNull UUID taskId, @NotNull Instant startAt) {}

  /** Without blocks all that are proposed are accepted. */
  record Acceptance(
      @Nullable LocalDate date,
      @Nullable @Size(max = 20) List<@NotNull @Valid ChosenBlock> blocks) {}

  record Ending(@Nullable UUID tomorrow) {}

  @GetMapping("/day")
  DayPlan day(CurrentUser user, @RequestParam(required = false) @Nullable LocalDate date) {
    return plan.propose(user.id(), checked(user.id(), date));
  }

  @PostMapping("/day")
  DayPlan accept(
      CurrentUser user, @Valid @RequestBody(required = false) @Nullable Acceptance acceptance) {
    LocalDate date = checked(user.id(), acceptance == null ? null : acceptance.date());
    if (acceptance == null || acceptance.blocks() == null) {
      return plan.accept(user.id(), date, null);
    }
    return plan.accept(user.id(), date, chosen(user.id(), date, acceptance.blocks()));
  }

  @GetMapping("/wind-down")
  WindDown windDown(CurrentUser user) {
    return end.show(user.id());
  }

  @PostMapping("/wind-down")
  WindDown end(CurrentUser user, @RequestBody(required = false) @Nullable Ending ending) {
    return end.end(user.id(), ending == null ? null : ending.tomorrow());
  }

  private @Nullable LocalDate checked(UUID userId, @Nullable LocalDate date) {
    LocalDate today = today(userId);
    if (date != null && (date.isBefore(today) || date.isAfter(today.plusDays(FARTHEST_DAYS)))) {
      throw new InvalidField("date", "must be from today to a year ahead");
    }
    return date;
  }

  private Map<UUID, Instant> chosen(
      UUID userId, @Nullable LocalDate date, List<ChosenBlock> blocks) {
    LocalDate day = date == null ? today(userId) : date;
    ZoneId zone = people.zoneOf(userId);
    Map<UUID, Instant> chosen = new LinkedHashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      ChosenBlock block = blocks.get(i);
      Instant start = block.startAt();
      if (start.isBefore(day.atStartOfDay(zone).toInstant())
          || !start.isBefore(day.plusDays(1).atStartOfDay(zone).toInstant())) {
        throw new InvalidField("blocks[" + i + "].startAt", "must be on " + day);
      }
      chosen.put(block.taskId(), start);
    }
    return chosen;
  }

  private LocalDate today(UUID userId) {
    return LocalDate.ofInstant(clock.instant(), people.zoneOf(userId));
  }
}
