package app.tdah.auth.session;

import java.util.UUID;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends all sessions of a user whose account is about to go. */
@Component
public class EraseSessions {

  private final LiveSessions live;
  private final JdbcClient jdbc;

  EraseSessions(LiveSessions live, JdbcClient jdbc) {
    this.live = live;
    this.jdbc = jdbc;
  }

  /**
   * Takes them out of Redis, ended ones too: afterwards there is no row that says what to take out.
   *
   * @throws DataAccessResourceFailureException while Redis is away; to be tried again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void of(UUID userId) {
    for (UUID session :
        jdbc.sql("select id from refresh_families where account_id = ?")
            .param(userId)
            .query(UUID.class)
            .list()) {
      if (!live.end(session, userId)) {
        throw new DataAccessResourceFailureException("sessions are still in Redis");
      }
    }
  }
}
