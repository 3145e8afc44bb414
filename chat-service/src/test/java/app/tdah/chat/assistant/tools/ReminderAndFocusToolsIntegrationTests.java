package app.tdah.chat.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.chat.reminder.ReminderView;
import app.tdah.chat.reminder.Reminders;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.ProblemException;
import app.tdah.devstack.testing.EmbeddedServers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@EmbeddedServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReminderAndFocusToolsIntegrationTests {

  private final UUID user = Ids.next();
  private final ZonedDateTime now =
      ZonedDateTime.now(ZoneId.of("UTC")).truncatedTo(ChronoUnit.SECONDS);
  private final ToolScope scope = new ToolScope(user, "CHAT", now, Locale.ENGLISH);
  private final ToolContext context = new ToolContext(scope.asContext());

  @Autowired private ReminderChangeTools changes;
  @Autowired private ReminderTools created;
  @Autowired private FocusTools focus;
  @Autowired private Reminders reminders;

  @Test
  void aReminderIsFoundByItsWordsAndSnoozed() {
    ReminderView tea = remind("make tea");
    remind("water the plants");
    LocalDateTime moved = changes.snoozeReminder("tea", "20 minutes", context).dueAt();
    assertThat(moved).isEqualTo(now.plusMinutes(20).toLocalDateTime());
    assertThat(reminders.get(user, tea.id()).dueAt()).isEqualTo(now.plusMinutes(20).toInstant());
  }

  @Test
  void theNewestIsMeantWithoutWords() {
    remind("older");
    ReminderView newest = remind("newer");
    LocalDateTime at = now.plusDays(3).toLocalDateTime();
    assertThat(changes.moveReminder(null, at.toString(), context).id()).isEqualTo(newest.id());
    assertThat(reminders.get(user, newest.id()).dueAt()).isEqualTo(now.plusDays(3).toInstant());
    assertThat(changes.cancelReminder("", context).id()).isEqualTo(newest.id());
    assertThat(reminders.pending(user, null, 10))
        .extracting(ReminderView::text)
        .containsOnly("older");
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> changes.cancelReminder("nothing", context))
        .isInstanceOf(ProblemException.class);
    remind("tea");
    assertThatThrownBy(() -> changes.moveReminder("tea", "whenever", context))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> focus.stopFocus(context)).isInstanceOf(ProblemException.class);
  }

  @Test
  void readsWhenInMinutesAndInWords() {
    assertThat(When.read("10", scope)).isEqualTo(now.plusMinutes(10).toInstant());
    assertThat(When.read("in 15 minutes", scope)).isEqualTo(now.plusMinutes(15).toInstant());
    assertThat(When.read("tomorrow 5pm", scope))
        .isEqualTo(now.plusDays(1).truncatedTo(ChronoUnit.DAYS).plusHours(17).toInstant());
  }

  @Test
  void aReminderIsReadInAnyOfTheLanguages() {
    ToolResults.ReminderLine set =
        created.createReminder("llamar a mamá mañana a las 17:00", null, null, null, context);
    assertThat(set.text()).isEqualTo("llamar a mamá");
    assertThat(set.dueAt())
        .isEqualTo(now.plusDays(1).truncatedTo(ChronoUnit.DAYS).plusHours(17).toLocalDateTime());
    assertThat(created.createReminder("stretch", null, null, "every hour", context).recurrence())
        .isEqualTo("FREQ=HOURLY");
    assertThatThrownBy(() -> created.createReminder("respirar", null, null, null, context))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aFocusSessionFromBeginningToEnd() {
    assertThat(focus.focusStatus(context).status()).isEqualTo("NONE");
    FocusTools.FocusLine started = focus.startFocus(null, 30, null, context);
    assertThat(started.mode()).isEqualTo("COUNTDOWN");
    assertThat(focus.extendFocus(10, context).plannedMinutes()).isEqualTo(40);
    assertThat(focus.parkDistraction(" that song ", context).parked()).isEqualTo("that song");
    assertThatThrownBy(() -> focus.startFocus(null, null, "flow", context))
        .isInstanceOf(ProblemException.class);
    assertThat(focus.stopFocus(context).status()).isEqualTo("STOPPED");
    assertThat(focus.startFocus("no such task", null, null, context).mode()).isEqualTo("POMODORO");
  }

  private ReminderView remind(String text) {
    Instant later = now.toInstant().plus(Duration.ofHours(5));
    return reminders.create(user, null, text, null, later, null);
  }
}
