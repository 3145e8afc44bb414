package app.tdah.chat.reminder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks for nudges to repeat, on every replica; locks in the database keep them apart. */
@Component
class RepeatNudges {

  private static final Logger log = LoggerFactory.getLogger(RepeatNudges.class);

  private final Nudges nudges;

  RepeatNudges(Nudges nudges) {
    this.nudges = nudges;
  }

  @Scheduled(fixedDelayString = "${assistant.chat.nudges.poll:PT2S}")
  void repeat() {
    try {
      while (nudges.repeat() > 0) {
        // Until nothing is left.
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("nudges wait: {}", e.toString());
    }
  }
}
