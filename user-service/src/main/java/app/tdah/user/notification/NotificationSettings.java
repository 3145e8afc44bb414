package app.tdah.user.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What a user wants to be told by. The security of the account is told by e-mail and in the app
 * whatever is set here.
 *
 * @param digestAt when the daily summary is sent, in the user's time zone
 * @param version counts changes; 0 while nothing was ever set
 */
record NotificationSettings(
    boolean email,
    boolean push,
    boolean sms,
    boolean inApp,
    Digest digest,
    LocalTime digestAt,
    Toggles security,
    Toggles reminders,
    Toggles product,
    long version) {

  static final NotificationSettings INITIAL =
      new NotificationSettings(
          true,
          true,
          true,
          true,
          Digest.OFF,
          LocalTime.of(8, 0),
          new Toggles(true, true, false),
          new Toggles(true, true, true),
          new Toggles(true, true, false),
          0);

  boolean allows(Category category, Channel channel) {
    Toggles toggles =
        switch (category) {
          case SECURITY -> security;
          case REMINDERS -> reminders;
          case PRODUCT -> product;
        };
    boolean safety = category == Category.SECURITY;
    return switch (channel) {
      case EMAIL -> safety || email && toggles.email();
      case PUSH -> push && toggles.push();
      case SMS -> sms && toggles.sms();
      case IN_APP -> safety || inApp;
    };
  }

  /** The next time for a summary. */
  Instant nextDigest(Instant now, ZoneId zone) {
    ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(digestAt).atZone(zone);
    if (today.toInstant().isAfter(now)) {
      return today.toInstant();
    }
    return now.atZone(zone).toLocalDate().plusDays(1).atTime(digestAt).atZone(zone).toInstant();
  }

  enum Digest {
    OFF,
    DAILY
  }

  /** The channels of one category. */
  record Toggles(boolean email, boolean push, boolean sms) {}
}
