package app.tdah.chat.focus;

import app.tdah.defaults.ids.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is written down beside a session: check-ins and parked distractions. */
@Repository
class FocusNotes {

  private final JdbcClient jdbc;
  private final Clock clock;

  FocusNotes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** False when it was asked before. */
  boolean asked(FocusSession session, FocusMoment moment) {
    return checkIn(session, moment.name(), null);
  }

  void answered(FocusSession session, @Nullable String note) {
    checkIn(session, "ANSWER", note);
  }

  private boolean checkIn(FocusSession session, String moment, @Nullable String note) {
    return jdbc.sql(
                """
                insert into focus_check_ins (id, session_id, user_id, moment, note, at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .param(Ids.next())
            .param(session.getId())
            .param(session.userId())
            .param(moment)
            .param(note)
            .param(Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  Distraction park(FocusSession session, String text) {
    Distraction parked = new Distraction(Ids.next(), text, clock.instant());
    jdbc.sql(
            "insert into focus_distractions (id, session_id, user_id, text, at)"
                + " values (?, ?, ?, ?, ?)")
        .params(parked.id(), session.getId(), session.userId(), text, Timestamp.from(parked.at()))
        .update();
    return parked;
  }

  List<Distraction> parked(UUID sessionId) {
    return jdbc.sql(
            "select id, text, at from focus_distractions where session_id = ? order by id limit"
                + " 200")
        .param(sessionId)
        .query((row, number) ->
            new Distraction(
                row.getObject("id", UUID.class),
                row.getString("text"),
                row.getTimestamp("at").toInstant()))
        .list();
  }
}
