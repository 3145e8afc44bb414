package app.tdah.user.notification;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.CommunicationEvent.NotificationDelivered;
import app.tdah.user.notification.Route.Leg;
import app.tdah.user.notification.Route.Situation;
import app.tdah.user.phone.PrimaryPhones;
import app.tdah.user.profile.Contacts;
import app.tdah.user.push.WebPush;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a notification and sets it on its {@link Route}. What shows in the app is told in this
 * transaction; the other channels are rows that the {@link DeliveryWorkers} take up.
 */
@Component
class Notify {

  private final Notifications notifications;
  private final Deliveries deliveries;
  private final SettingsStore settings;
  private final PrimaryPhones phones;
  private final WebPush push;
  private final Contacts contacts;
  private final EventPublisher events;
  private final DeliverySignals signals;
  private final Clock clock;

  Notify(
      Notifications notifications,
      Deliveries deliveries,
      SettingsStore settings,
      PrimaryPhones phones,
      WebPush push,
      Contacts contacts,
      EventPublisher events,
      DeliverySignals signals,
      Clock clock) {
    this.notifications = notifications;
    this.deliveries = deliveries;
    this.settings = settings;
    this.phones = phones;
    this.push = push;
    this.contacts = contacts;
    this.events = events;
    this.signals = signals;
    this.clock = clock;
  }

  /** The same one again, or what was just said, changes nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  void accept(Notification notification) {
    Route route =
        Route.of(notification.template(), situation(notification.userId()), Asked.by(notification));
    if (notifications.add(notification, route.inApp())) {
      route.legs().forEach(leg -> send(notification, leg));
    }
  }

  private Situation situation(UUID userId) {
    return new Situation(
        contacts.find(userId),
        settings.of(userId),
        phones.find(userId).isPresent(),
        push.subscriptionsOf(userId),
        clock.instant());
  }

  private void send(Notification notification, Leg leg) {
    if (leg.channel() == Channel.IN_APP) {
      deliveries.addShown(notification);
      events.publish(
          new NotificationDelivered(
              notification.userId(),
              notification.id(),
              notification.template().key(),
              Channel.IN_APP.name()));
    } else {
      deliveries.add(notification, leg);
      signals.wakeAfterCommit(leg.channel());
    }
  }
}
