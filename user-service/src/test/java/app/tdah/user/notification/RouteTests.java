package app.tdah.user.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.tdah.user.notification.NotificationSettings.Digest;
import app.tdah.user.notification.NotificationSettings.Toggles;
import app.tdah.user.notification.Route.Leg;
import app.tdah.user.notification.Route.Situation;
import app.tdah.user.profile.Contact;
import app.tdah.user.profile.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RouteTests {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-20T23:30:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");
  private static final UUID LAPTOP = new UUID(0, 1);
  private static final UUID PHONE = new UUID(0, 2);
  private static final NotificationSettings INITIAL = NotificationSettings.INITIAL;
  private static final NotificationSettings NOTHING =
      settings(false, Digest.OFF, new Toggles(false, false, false));

  @Test
  void aLinkGoesToItsAddressAlone() {
    Route route = Route.of(Template.PASSWORD_RESET, situation(NOTHING, true, NIGHT));

    assertThat(route.legs()).containsExactly(new Leg(Channel.EMAIL, null, NIGHT, false));
    assertThat(route.inApp()).isFalse();
  }

  @Test
  void securityIsToldAtNightAndWhateverTheSettingsSay() {
    assertThat(Route.of(Template.THREAT, situation(NOTHING, true, NIGHT)).legs())
        .extracting(Leg::channel, Leg::at)
        .containsExactly(tuple(Channel.IN_APP, NIGHT), tuple(Channel.EMAIL, NIGHT));
  }

  @Test
  void securityIsPushedToEveryBrowserToo() {
    assertThat(Route.of(Template.NEW_DEVICE, situation(INITIAL, true, NIGHT)).legs())
        .extracting(Leg::channel, Leg::target, Leg::at)
        .containsExactly(
            tuple(Channel.IN_APP, null, NIGHT),
            tuple(Channel.PUSH, LAPTOP, NIGHT),
            tuple(Channel.PUSH, PHONE, NIGHT),
            tuple(Channel.EMAIL, null, NIGHT));
  }

  @Test
  void aReminderComesAtItsTimeByWhatReachesTheUser() {
    assertThat(Route.of(Template.REMINDER_DUE, situation(INITIAL, true, NIGHT)).legs())
        .extracting(Leg::channel, Leg::at)
        .containsExactly(
            tuple(Channel.IN_APP, NIGHT),
            tuple(Channel.PUSH, NIGHT),
            tuple(Channel.PUSH, NIGHT),
            tuple(Channel.SMS, NIGHT));
    assertThat(Route.of(Template.REMINDER_DUE, situation(INITIAL, false, NIGHT)).legs())
        .extracting(Leg::channel)
        .containsExactly(Channel.IN_APP, Channel.EMAIL);
    assertThat(Route.of(Template.REMINDER_DUE, situation(NOTHING, true, NIGHT)).legs()).isEmpty();
  }

  @Test
  void theRestWaitsForTheMorningButShowsInTheApp() {
    assertThat(Route.of(Template.EXPORT_READY, situation(INITIAL, true, NIGHT)).legs())
        .extracting(Leg::channel, Leg::at)
        .containsExactly(
            tuple(Channel.IN_APP, NIGHT),
            tuple(Channel.PUSH, MORNING),
            tuple(Channel.PUSH, MORNING),
            tuple(Channel.EMAIL, MORNING));
    assertThat(Route.of(Template.EXPORT_READY, situation(INITIAL, false, NOON)).legs())
        .extracting(Leg::channel, Leg::at)
        .containsExactly(tuple(Channel.IN_APP, NOON), tuple(Channel.EMAIL, NOON));
  }

  @Test
  void itsMailWaitsForTheSummaryWhereTheUserWantsOne() {
    NotificationSettings daily = settings(true, Digest.DAILY, new Toggles(true, true, false));

    assertThat(Route.of(Template.EXPORT_READY, situation(daily, false, NOON)).legs())
        .containsExactly(
            new Leg(Channel.IN_APP, null, NOON, false),
            new Leg(Channel.EMAIL, null, Instant.parse("2026-11-21T07:00:00Z"), true));
    assertThat(Route.of(Template.THREAT, situation(daily, false, NOON)).legs())
        .contains(new Leg(Channel.EMAIL, null, NOON, false));
  }

  @ParameterizedTest
  @EnumSource
  void everythingComesOutSomewhere(Template template) {
    assertThat(Route.of(template, situation(INITIAL, true, NOON)).legs())
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void knowsNothingOfAProfileThatIsOnItsWay() {
    Situation early = new Situation(Optional.empty(), INITIAL, false, List.of(), NIGHT);

    assertThat(Route.of(Template.EXPORT_READY, early).legs())
        .extracting(Leg::at)
        .containsOnly(NIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 07:00, 2026-11-20T20:59:59Z,",
    "22:00, 07:00, 2026-11-20T21:00:00Z, 2026-11-21T06:00:00Z",
    "22:00, 07:00, 2026-11-21T05:59:59Z, 2026-11-21T06:00:00Z",
    "22:00, 07:00, 2026-11-21T06:00:00Z,",
    "13:00, 15:00, 2026-11-20T12:30:00Z, 2026-11-20T14:00:00Z",
    "13:00, 15:00, 2026-11-20T14:00:00Z,",
    "08:00, 08:00, 2026-11-20T07:00:00Z,",
    // Clocks go forward in the night of 2027-03-28, and back in that of 2026-10-25.
    "22:00, 02:30, 2027-03-28T00:30:00Z, 2027-03-28T01:30:00Z",
    "22:00, 07:00, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z"
  })
  void quietHoursEndInTheUsersZone(String start, String end, Instant now, Instant until) {
    QuietHours hours = new QuietHours(LocalTime.parse(start), LocalTime.parse(end));

    assertThat(hours.endAfter(now, MADRID)).isEqualTo(Optional.ofNullable(until));
  }

  private static NotificationSettings settings(boolean on, Digest digest, Toggles toggles) {
    return new NotificationSettings(
        on, on, on, on, digest, LocalTime.of(8, 0), toggles, toggles, toggles, 1);
  }

  @Test
  void aReminderComesByTheChannelsThatItNames() {
    assertThat(asked(INITIAL, "PUSH,IN_APP", "0"))
        .containsExactly(Channel.IN_APP, Channel.PUSH, Channel.PUSH);
    assertThat(asked(INITIAL, "SMS", "1")).containsExactly(Channel.IN_APP, Channel.SMS);
    assertThat(asked(INITIAL, "EMAIL", "0")).containsExactly(Channel.IN_APP, Channel.EMAIL);
    assertThat(asked(INITIAL, "IN_APP", "0")).containsExactly(Channel.IN_APP);
  }

  @Test
  void aReminderIsHeardAlthoughItsChannelReachesNobody() {
    Toggles noPush = new Toggles(true, false, true);
    assertThat(asked(settings(true, Digest.OFF, noPush), "PUSH,IN_APP", "0"))
        .contains(Channel.SMS)
        .doesNotContain(Channel.PUSH, Channel.EMAIL);
  }

  @Test
  void aRepetitionIsNoMail() {
    Toggles mailAlone = new Toggles(true, false, false);
    assertThat(asked(settings(true, Digest.OFF, mailAlone), "SMS", "0")).contains(Channel.EMAIL);
    assertThat(asked(settings(true, Digest.OFF, mailAlone), "SMS", "1"))
        .doesNotContain(Channel.EMAIL);
  }

  private static List<Channel> asked(NotificationSettings settings, String channels, String rung) {
    Notification notification =
        new Notification(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Template.REMINDER_DUE,
            null,
            Map.of("channels", channels, "rung", rung),
            NOON,
            null);
    return Route.of(Template.REMINDER_DUE, situation(settings, true, NOON), Asked.by(notification))
        .legs()
        .stream()
        .map(Leg::channel)
        .toList();
  }

  private static Situation situation(
      NotificationSettings settings, boolean hasDevices, Instant now) {
    Contact contact =
        new Contact(
            "ana@example.org",
            "Ana",
            Locale.of("es"),
            MADRID,
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
    return new Situation(
        Optional.of(contact),
        settings,
        hasDevices,
        hasDevices ? List.of(LAPTOP, PHONE) : List.of(),
        now);
  }
}
