package app.tdah.chat.assistant.tools;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ToolConfiguration {

  /** Always the same order, which providers' prompt caches depend on. */
  private static final List<String> ORDER =
      List.of(
          "add_task",
          "create_reminder",
          "next_task",
          "complete_task",
          "list_tasks",
          "update_task",
          "start_task",
          "not_today",
          "reopen_task",
          "drop_task",
          "delete_task",
          "undo",
          "list_reminders",
          "snooze_reminder",
          "move_reminder",
          "cancel_reminder",
          "start_focus",
          "stop_focus",
          "extend_focus",
          "focus_status",
          "park_distraction",
          "calendar_events",
          "remember",
          "forget",
          "list_memories",
          "search_messages",
          "usage",
          "break_down",
          "smaller",
          "plan_day",
          "wind_down",
          "create_routine",
          "list_routines",
          "complete_routine_step");

  @Bean
  ToolCallbackProvider assistantTools(
      TaskTools tasks,
      TaskChangeTools taskChanges,
      ReminderTools reminders,
      ReminderChangeTools changes,
      FocusTools focus,
      CalendarTools calendar,
      BreakdownTools breakdown,
      PlanTools plan,
      RoutineTools routines,
      MemoryTools memory,
      UsageTools usage) {
    ToolCallback[] tools =
        ToolCallbacks.from(
            tasks,
            taskChanges,
            reminders,
            changes,
            focus,
            calendar,
            breakdown,
            plan,
            routines,
            memory,
            usage);
    Arrays.sort(
        tools, Comparator.comparing(tool -> ORDER.indexOf(tool.getToolDefinition().name())));
    return () -> tools;
  }
}
