package app.tdah.user.notification;

import app.tdah.user.notification.NotificationSettings.Digest;
import app.tdah.user.profile.Contact;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of one notification: by which channels, and when. All that decides it is here.
 *
 * <ul>
 *   <li>What goes to an address (links with tokens, mostly) is one e-mail, at once.
 *   <li>Security goes by e-mail and shows in the app, at once and whatever the settings say; push
 *       and SMS on top where the user wants them.
 *   <li>A reminder comes at the time that the user chose, quiet hours or not: by push and SMS, and
 *       by e-mail where neither reaches the user. It may name its channels ({@link Asked}).
 *   <li>All else waits for the end of the quiet hours, and its e-mail for the daily summary where
 *       the user wants one. The app shows it at once: it makes no noise there.
 * </ul>
 *
 * @param legs one per channel, for push one per browser
 */
record Route(List<Leg> legs) {

  static Route of(Template template, Situation situation) {
    return of(template, situation, Asked.NOTHING);
  }

  static Route of(Template template, Situation situation, Asked asked) {
    Instant now = situation.now();
    if (!template.personal()) {
      return new Route(List.of(new Leg(Channel.EMAIL, null, now, false)));
    }
    Category category = template.category();
    Instant loud = category == Category.PRODUCT ? situation.quietUntil().orElse(now) : now;
    List<Leg> legs = new ArrayList<>();
    if (situation.allows(category, Channel.IN_APP)) {
      legs.add(new Leg(Channel.IN_APP, null, now, false));
    }
    List<Leg> toDevices = toDevices(category, situation, loud, asked);
    legs.addAll(toDevices);
    boolean mailed = asked.names(Channel.EMAIL) || !spared(category, toDevices, asked);
    if (mailed && situation.allows(category, Channel.EMAIL)) {
      legs.add(mail(category, situation, loud));
    }
    return new Route(List.copyOf(legs));
  }

  boolean inApp() {
    return legs.stream().anyMatch(leg -> leg.channel() == Channel.IN_APP);
  }

  /** A repetition is no e-mail: one in the mailbox says it all. */
  private static boolean spared(Category category, List<Leg> toDevices, Asked asked) {
    return category == Category.REMINDERS
        && (!toDevices.isEmpty() || asked.again() || asked.onlyInApp());
  }

  private static List<Leg> toDevices(
      Category category, Situation situation, Instant at, Asked asked) {
    List<Leg> all = toDevices(category, situation, at);
    List<Leg> wanted = all.stream().filter(leg -> asked.wants(leg.channel())).toList();
    boolean reached = !wanted.isEmpty() || asked.onlyInApp() || asked.names(Channel.EMAIL);
    return reached ? wanted : all;
  }

  private static List<Leg> toDevices(Category category, Situation situation, Instant at) {
    List<Leg> legs = new ArrayList<>();
    if (situation.allows(category, Channel.PUSH)) {
      situation.browsers().forEach(id -> legs.add(new Leg(Channel.PUSH, id, at, false)));
    }
    if (situation.hasPhone() && situation.allows(category, Channel.SMS)) {
      legs.add(new Leg(Channel.SMS, null, at, false));
    }
    return legs;
  }

  private static Leg mail(Category category, Situation situation, Instant at) {
    boolean waits = category == Category.PRODUCT && situation.settings().digest() == Digest.DAILY;
    return waits
        ? new Leg(Channel.EMAIL, null, situation.nextDigest(), true)
        : new Leg(Channel.EMAIL, null, at, false);
  }

  /**
   * One delivery.
   *
   * @param target the push subscription
   * @param at not before
   * @param digest as part of the daily summary
   */
  record Leg(Channel channel, @Nullable UUID target, Instant at, boolean digest) {}

  /**
   * What the way depends on.
   *
   * @param contact empty while the profile is on its way
   * @param browsers the user's push subscriptions
   */
  record Situation(
      Optional<Contact> contact,
      NotificationSettings settings,
      boolean hasPhone,
      List<UUID> browsers,
      Instant now) {

    boolean allows(Category category, Channel channel) {
      return settings.allows(category, channel);
    }

    Optional<Instant> quietUntil() {
      return contact.flatMap(known ->
          Optional.ofNullable(known.quietHours())
              .flatMap(hours -> hours.endAfter(now, known.zone())));
    }

    Instant nextDigest() {
      ZoneId zone = contact.map(Contact::zone).orElse(ZoneOffset.UTC);
      return settings.nextDigest(now, zone);
    }
  }
}
