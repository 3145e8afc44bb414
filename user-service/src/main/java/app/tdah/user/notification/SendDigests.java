package app.tdah.user.notification;

import app.tdah.defaults.ids.Ids;
import app.tdah.user.profile.Contact;
import app.tdah.user.profile.Contacts;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes one e-mail of all that waited for a user's daily summary. Taking what is due and leaving
 * the e-mail to the worker is one transaction per user: a crash leaves all of it for the next time,
 * and of two replicas one finds nothing left.
 */
@Component
class SendDigests {

  private static final Logger log = LoggerFactory.getLogger(SendDigests.class);
  private static final int USERS_AT_A_TIME = 500;

  private final JdbcClient jdbc;
  private final Notifications notifications;
  private final Notify notify;
  private final Wording wording;
  private final Contacts contacts;
  private final TransactionOperations transactions;
  private final Clock clock;

  SendDigests(
      JdbcClient jdbc,
      Notifications notifications,
      Notify notify,
      Wording wording,
      Contacts contacts,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.notifications = notifications;
    this.notify = notify;
    this.wording = wording;
    this.contacts = contacts;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${assistant.notification.digest-poll}")
  void sendWhatIsDue() {
    List<UUID> users =
        jdbc.sql(
                """
                select distinct user_id from deliveries
                where status = 'DIGEST' and next_attempt_at <= ? limit ?
                """)
            .params(now(), USERS_AT_A_TIME)
            .query(UUID.class)
            .list();
    for (UUID user : users) {
      try {
        transactions.executeWithoutResult(status -> summarize(user));
      } catch (RuntimeException e) {
        log.error("the summary of user {} waits", user, e);
      }
    }
  }

  private void summarize(UUID user) {
    List<UUID> due =
        jdbc.sql(
                """
                update deliveries set status = 'SUMMARIZED', finished_at = :now,
                  next_attempt_at = null
                where user_id = :user and status = 'DIGEST' and next_attempt_at <= :now
                returning notification_id
                """)
            .param("user", user)
            .param("now", now())
            .query(UUID.class)
            .list();
    if (due.isEmpty()) {
      return;
    }
    Optional<Contact> contact = contacts.find(user);
    String text =
        due.stream()
            .sorted()
            .map(id -> item(notifications.get(id), contact))
            .collect(Collectors.joining("\n\n"));
    notify.accept(
        new Notification(
            Ids.next(), user, Template.DIGEST, null, Map.of("text", text), clock.instant(), null));
    due.forEach(notifications::forgetContents);
  }

  private String item(Notification notification, Optional<Contact> contact) {
    Line line = wording.line(notification, contact);
    return Stream.of(line.title(), line.body(), line.link())
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
