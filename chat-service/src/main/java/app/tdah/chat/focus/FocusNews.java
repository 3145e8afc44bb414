package app.tdah.chat.focus;

import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the user's devices and the other features what happens to a session. */
@Component
class FocusNews {

  private final EventPublisher events;
  private final ApplicationEventPublisher features;
  private final Realtime realtime;
  private final FocusNotes notes;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final Clock clock;

  FocusNews(
      EventPublisher events,
      ApplicationEventPublisher features,
      Realtime realtime,
      FocusNotes notes,
      FieldCipher cipher,
      JsonMapper json,
      Clock clock) {
    this.events = events;
    this.features = features;
    this.realtime = realtime;
    this.notes = notes;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  FocusView changed(FocusSession session) {
    FocusView view = view(session);
    realtime.publish(session.userId(), "focus.changed", Map.of("session", view));
    return view;
  }

  FocusView ended(FocusSession session) {
    int minutes = Objects.requireNonNullElse(session.actualMinutes(), 0);
    features.publishEvent(new FocusEnded(session.userId(), session.taskId(), minutes));
    return changed(session);
  }

  /** Says a word, once for each moment of a session. */
  void checkIn(FocusSession session, FocusMoment moment) {
    if (!notes.asked(session, moment)) {
      return;
    }
    realtime.publish(
        session.userId(), "focus.check-in", Map.of("session", view(session), "moment", moment));
    boolean needless = moment == FocusMoment.START && session.checkInBy() == CheckInBy.PUSH;
    if (session.checkInBy() != CheckInBy.NONE && !needless) {
      request(session, moment);
    }
  }

  private void request(FocusSession session, FocusMoment moment) {
    boolean sms = session.checkInBy() == CheckInBy.SMS;
    Map<String, String> variables =
        Map.of(
            "check-in",
            moment.name(),
            "channels",
            sms ? "SMS" : "PUSH,IN_APP",
            "focusSessionId",
            session.getId().toString());
    events.publish(
        new NotificationRequested(
            session.userId(),
            Ids.next(),
            "focus-check-in",
            null,
            cipher.seal(json.writeValueAsString(variables))));
  }

  FocusView view(FocusSession session) {
    return FocusView.from(session, notes.parked(session.getId()), clock.instant());
  }
}
