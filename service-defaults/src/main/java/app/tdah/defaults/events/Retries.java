package app.tdah.defaults.events;

import java.sql.SQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** How long a failing event is tried again before it counts as poison. */
final class Retries {

  private static final int MAX_RETRIES = 5;

  private Retries() {}

  /** For ever while a resource is away, a few times otherwise. */
  static BackOff of(Exception failure) {
    if (isTransient(failure)) {
      ExponentialBackOff patient = new ExponentialBackOff(200, 2);
      patient.setMaxInterval(5_000);
      return patient;
    }
    ExponentialBackOffWithMaxRetries bounded = new ExponentialBackOffWithMaxRetries(MAX_RETRIES);
    bounded.setInitialInterval(100);
    bounded.setMultiplier(2);
    return bounded;
  }

  private static boolean isTransient(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TransientDataAccessException
          || cause instanceof DataAccessResourceFailureException
          || cause instanceof CannotCreateTransactionException) {
        return true;
      }
    }
    Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
    return root instanceof java.io.IOException
        || (root instanceof SQLException sql
            && sql.getSQLState() != null
            && sql.getSQLState().startsWith("08"));
  }
}
