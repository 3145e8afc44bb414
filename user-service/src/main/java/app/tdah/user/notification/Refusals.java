package app.tdah.user.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Reads why mail was not taken. */
final class Refusals {

  private static final int PERMANENT = 500;

  private Refusals() {}

  /**
   * True when the server says that there is no such mailbox (RFC 5321 section 4.2.1: 5yz), or the
   * address is none. All else, a refused log-in among them, can be put right while mail waits.
   */
  static boolean isFinal(MailException failure) {
    return causes(failure).stream()
        .anyMatch(cause ->
            cause instanceof AddressException
                || (cause instanceof SMTPAddressFailedException refused
                    && refused.getReturnCode() >= PERMANENT));
  }

  /** Exception types and SMTP codes only: messages repeat addresses. */
  static String summary(MailException failure) {
    StringBuilder summary = new StringBuilder();
    for (Throwable cause : causes(failure)) {
      summary.append(summary.isEmpty() ? "" : " < ").append(cause.getClass().getSimpleName());
      if (cause instanceof SMTPAddressFailedException refused) {
        summary.append(' ').append(refused.getReturnCode());
      }
    }
    return summary.toString();
  }

  private static Set<Throwable> causes(MailException failure) {
    Set<Throwable> seen = new LinkedHashSet<>();
    Deque<Throwable> open = new ArrayDeque<>(Set.of(failure));
    while (!open.isEmpty()) {
      Throwable next = open.removeFirst();
      if (!seen.add(next)) {
        continue;
      }
      if (next.getCause() != null) {
        open.addLast(next.getCause());
      }
      if (next instanceof MailSendException sending) {
        for (Exception each : sending.getMessageExceptions()) {
          open.addLast(each);
        }
      }
      if (next instanceof MessagingException chained && chained.getNextException() != null) {
        open.addLast(chained.getNextException());
      }
    }
    return seen;
  }
}
