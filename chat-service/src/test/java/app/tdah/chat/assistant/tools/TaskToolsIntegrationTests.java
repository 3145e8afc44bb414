package app.tdah.chat.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.ProblemException;
import app.tdah.devstack.testing.EmbeddedServers;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What the assistant can do to tasks, said with a title, some words of it, or none. */
@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TaskToolsIntegrationTests {

  private final UUID user = Ids.next();
  private final ZonedDateTime now = ZonedDateTime.now(ZoneId.of("UTC"));
  private final ToolContext context =
      new ToolContext(new ToolScope(user, "CHAT", now, Locale.ENGLISH).asContext());

  @Autowired private TaskTools tasks;
  @Autowired private TaskChangeTools changes;
  @Autowired private PlanTools plan;
  @Autowired private ToolCallbackProvider provider;

  @Test
  void whatIsDoneOrDroppedOpensAgain() {
    add("call Ana");
    add("buy milk");
    tasks.completeTask("milk", null, context);
    changes.dropTask("ana", context);
    assertThat(titles("done")).containsExactly("buy milk");
    assertThat(titles("dropped")).containsExactly("call Ana");
    assertThat(changes.reopenTask("milk", context).task().status()).isEqualTo("OPEN");
    assertThat(changes.reopenTask(null, context).task().title()).isEqualTo("call Ana");
    assertThatThrownBy(() -> changes.reopenTask("milk", context))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void theOneJustSpokenOfIsMeantWithoutATitle() {
    add("important !high");
    add("dentist tomorrow 5pm");
    ToolResults.TaskLine moved = changes.updateTask(null, null, "tomorrow 6pm", context).task();
    assertThat(moved.title()).isEqualTo("dentist");
    assertThat(moved.dueAt().toLocalTime()).isEqualTo(LocalTime.of(18, 0));
    assertThat(changes.deleteTask("", context).task().title()).isEqualTo("dentist");
    assertThat(titles(null)).containsExactly("important");
  }

  @Test
  void onlyWhatIsNamedChanges() {
    UUID id = add("report #work ~30m").id();
    changes.updateTask(null, id, "!high #office", context);
    changes.updateTask("report", null, "title: quarterly report", context);
    ToolResults.TaskLine line = tasks.listTasks("#work", context).tasks().getFirst();
    assertThat(line.title()).isEqualTo("quarterly report");
    assertThat(line.estimateMinutes()).isEqualTo(30);
    assertThat(titles("#office")).hasSize(1);
    assertThatThrownBy(() -> changes.updateTask(null, id, "hmm", context))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void startedAndPutOffAndTakenBackStepByStep() {
    add("laundry");
    assertThat(changes.startTask(null, context).task().status()).isEqualTo("DOING");
    assertThat(titles("doing")).containsExactly("laundry");
    changes.notToday("laundry", context);
    assertThat(plan.nextTask(null, null, context).task()).isNull();

    ToolResults.UndoneChange undone = changes.undo(context);
    assertThat(undone.operation()).isEqualTo("POSTPONED");
    assertThat(undone.titles()).containsExactly("laundry");
    assertThat(changes.undo(context).tasks().getFirst().status()).isEqualTo("OPEN");
    assertThat(changes.undo(context).tasks()).isEmpty();
    assertThat(titles("all")).isEmpty();
    assertThatThrownBy(() -> changes.undo(context)).isInstanceOf(ProblemException.class);
  }

  @Test
  void aFilterIsReadFromWords() {
    add("bread @shop today");
    add("paint /house tomorrow");
    add("read");
    assertThat(titles("today")).containsExactly("bread");
    assertThat(titles("@shop")).containsExactly("bread");
    assertThat(titles("/house")).containsExactly("paint");
    assertThat(titles("REA")).containsExactly("read", "bread");
    assertThat(titles(" ")).hasSize(3);
  }

  @Test
  void everyToolHasItsPlaceInTheOrder() {
    List<String> names =
        Arrays.stream(provider.getToolCallbacks())
            .map(tool -> tool.getToolDefinition().name())
            .toList();
    assertThat(names)
        .contains(
            "update_task", "start_task", "not_today", "reopen_task", "drop_task", "delete_task")
        .contains("undo")
        .startsWith("add_task");
  }

  private ToolResults.TaskLine add(String text) {
    return tasks.addTask(text, context).task();
  }

  private List<String> titles(String filter) {
    return tasks.listTasks(filter, context).tasks().stream()
        .map(ToolResults.TaskLine::title)
        .toList();
  }
}
