package app.tdah.chat.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.chat.task.Tasks;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.ProblemException;
import app.tdah.devstack.testing.EmbeddedServers;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PlanToolsIntegrationTests {

  private final UUID user = Ids.next();
  private final ZonedDateTime now =
      ZonedDateTime.now(ZoneId.of("UTC")).truncatedTo(ChronoUnit.SECONDS);
  private final ToolScope scope = new ToolScope(user, "CHAT", now, Locale.ENGLISH);
  private final ToolContext context = new ToolContext(scope.asContext());

  @Autowired private BreakdownTools breakdown;
  @Autowired private PlanTools plan;
  @Autowired private RoutineTools routines;
  @Autowired private Tasks tasks;

  @Autowired
  @Qualifier("assistantTools")
  private ToolCallbackProvider tools;

  @Test
  void everyToolHasANameOfItsOwn() {
    assertThat(tools.getToolCallbacks())
        .extracting(tool -> tool.getToolDefinition().name())
        .doesNotHaveDuplicates()
        .contains("next_task", "break_down", "smaller", "plan_day", "wind_down", "create_routine");
  }

  @Test
  void breaksDownByWordsAndGoesOnSmaller() {
    assertThatThrownBy(() -> breakdown.breakDown(null, null, context))
        .isInstanceOf(ProblemException.class);
    tasks.capture(user, "do the dishes", "CHAT", null);
    BreakdownTools.BrokenLine broken = breakdown.breakDown("dishes", 1, context);
    assertThat(broken.steps()).hasSize(2);
    ToolResults.TaskLine first = broken.steps().getFirst();
    assertThat(plan.nextTask(null, null, context).task()).isEqualTo(first);
    assertThat(breakdown.smaller("dishes", context).task().id()).isEqualTo(first.id());
  }

  @Test
  void plansTheDayAndWindsItDown() {
    tasks.capture(user, "write report today ~30m", "CHAT", null);
    assertThat(plan.planDay(null, context).date()).isEqualTo(now.toLocalDate());
    assertThat(plan.planDay(true, context).blocks()).allMatch(PlanTools.BlockLine::accepted);
    PlanTools.EndLine end = plan.windDown(null, context);
    assertThat(end.carriesOver()).hasSize(1);
    assertThat(plan.windDown(true, context).tomorrow()).isNotNull();
    assertThat(plan.windDown(null, context).carriesOver()).isEmpty();
  }

  @Test
  void makesRoutinesFromWordsAndDoesTheirSteps() {
    RoutineTools.RoutineLine made =
        routines.createRoutine(
            "Morning", List.of("drink water", "pills"), "every weekday at 7:30", context);
    assertThat(made.days()).containsExactly("MO", "TU", "WE", "TH", "FR");
    assertThat(made.time()).isEqualTo("07:30");
    assertThat(routines.completeRoutineStep(null, "pills", context).steps().get(1).doneToday())
        .isTrue();
    RoutineTools.RoutineLine all = routines.completeRoutineStep("morning", null, context);
    assertThat(all.steps()).allMatch(RoutineTools.StepLine::doneToday);
    assertThat(routines.listRoutines(context).routines()).hasSize(1);
    assertThatThrownBy(() -> routines.completeRoutineStep("evening", null, context))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> routines.createRoutine(" ", List.of("x"), null, context))
        .isInstanceOf(ProblemException.class);
  }
}
