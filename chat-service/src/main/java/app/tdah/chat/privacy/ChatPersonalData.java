package app.tdah.chat.privacy;

import app.tdah.chat.realtime.ForgetEvents;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.privacy.PersonalData;
import app.tdah.defaults.privacy.PersonalTable;
import app.tdah.defaults.privacy.PersonalTables;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service holds about people, in the database and in the stream of their events. */
@Component
class ChatPersonalData implements PersonalData {

  private final ForgetEvents events;
  private final PersonalTables tables;

  ChatPersonalData(JdbcClient jdbc, FieldCipher cipher, ForgetEvents events) {
    this.events = events;
    this.tables =
        new PersonalTables(
            jdbc,
            cipher,
            PersonalTable.owned("people"),
            PersonalTable.owned("conversations").hiding("version"),
            PersonalTable.owned("messages").hiding("search"),
            PersonalTable.where(
                "tool_calls", "message_id in (select id from messages where user_id = :user)"),
            PersonalTable.owned("turns").erasedOnly(),
            PersonalTable.owned("budgets"),
            PersonalTable.owned("memories").hiding("version"),
            PersonalTable.owned("memory_off"),
            PersonalTable.owned("spending").hiding("warned"),
            PersonalTable.owned("reservations").erasedOnly(),
            PersonalTable.owned("calendar_items").decrypting("data", row -> "calendar_items.data"),
            PersonalTable.owned("breakdown_steps").erasedOnly(),
            PersonalTable.owned("task_work"),
            PersonalTable.owned("task_actuals"),
            PersonalTable.owned("tasks").hiding("version"),
            PersonalTable.owned("routine_days"),
            PersonalTable.owned("routine_completions"),
            PersonalTable.owned("routine_steps"),
            PersonalTable.owned("routines").hiding("version"),
            PersonalTable.owned("task_operations"),
            PersonalTable.owned("task_operation_changes").hiding("operation_id", "ordinal"),
            PersonalTable.owned("task_conflicts"),
            PersonalTable.owned("task_field_clocks").erasedOnly(),
            PersonalTable.owned("task_offline_writes").erasedOnly(),
            PersonalTable.owned("quiet_hours"),
            PersonalTable.owned("reminders").hiding("version"),
            PersonalTable.owned("nudges"),
            PersonalTable.owned("focus_sessions").hiding("version"),
            PersonalTable.owned("focus_check_ins"),
            PersonalTable.owned("focus_distractions"),
            // An alarm's instance begins with the id of its reminder or session.
            PersonalTable.where(
                    "scheduled_tasks",
                    "left(task_instance, 36) in"
                        + " (select id::text from reminders where user_id = :user"
                        + " union all select id::text from focus_sessions where user_id = :user)")
                .erasedOnly());
  }

  @Override
  public String service() {
    return "chat";
  }

  @Override
  public Object export(UUID userId) {
    return tables.export(userId);
  }

  @Override
  public void erase(UUID userId) {
    events.of(userId);
    tables.erase(userId);
  }
}
