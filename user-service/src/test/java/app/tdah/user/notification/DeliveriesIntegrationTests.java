package app.tdah.user.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.defaults.ids.Ids;
import app.tdah.user.IntegrationTest;
import app.tdah.user.Race;
import app.tdah.user.notification.Deliveries.Claimed;
import app.tdah.user.notification.Route.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeliveriesIntegrationTests extends IntegrationTest {

  private static final Duration LEASE = Duration.ofMinutes(1);

  @Autowired private Deliveries deliveries;
  @Autowired private Notifications notifications;
  @Autowired private DeliveryWorkers workers;

  @BeforeEach
  void nobodyElseWorks() {
    workers.stop();
    jdbc.sql("delete from deliveries").update();
  }

  @AfterEach
  void workAgain() {
    jdbc.sql("delete from deliveries").update();
    workers.start();
  }

  @Test
  void manyWorkersClaimEachDeliveryOnce() throws InterruptedException {
    for (int i = 0; i < 30; i++) {
      pending();
    }

    List<UUID> claimed =
        Race.of(8, () -> deliveries.claim(Channel.EMAIL, 5, LEASE)).stream()
            .flatMap(List::stream)
            .map(Claimed::id)
            .toList();

    assertThat(claimed).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    claimed.forEach(id -> assertThat(id).isNotNull());
  }

  @Test
  void aLeasedDeliveryIsLeftAlone() {
    pending();

    assertThat(deliveries.claim(Channel.EMAIL, 5, LEASE)).hasSize(1);
    assertThat(deliveries.claim(Channel.EMAIL, 5, LEASE)).isEmpty();
  }

  @Test
  void afterItsHoldersDeathADeliveryComesUpAgain() {
    pending();
    Claimed lost = deliveries.claim(Channel.EMAIL, 5, Duration.ofSeconds(-1)).getFirst();

    Claimed taken = deliveries.claim(Channel.EMAIL, 5, LEASE).getFirst();

    assertThat(taken.id()).isEqualTo(lost.id());
    assertThat(taken.attempt()).isEqualTo(2);
  }

  @Test
  void whoLostTheLeaseCannotCloseTheDelivery() {
    pending();
    Claimed lost = deliveries.claim(Channel.EMAIL, 5, Duration.ofSeconds(-1)).getFirst();
    Claimed taken = deliveries.claim(Channel.EMAIL, 5, LEASE).getFirst();

    assertThat(deliveries.finish(lost, "SENT", null)).isFalse();
    assertThat(deliveries.finish(taken, "SENT", null)).isTrue();
    assertThat(deliveries.finish(taken, "SENT", null)).isFalse();
  }

  @Test
  void aPostponedDeliveryWaits() {
    pending();
    Claimed claimed = deliveries.claim(Channel.EMAIL, 5, LEASE).getFirst();

    deliveries.postpone(claimed, LEASE, "later");

    assertThat(deliveries.claim(Channel.EMAIL, 5, LEASE)).isEmpty();
  }

  private void pending() {
    Notification notification =
        new Notification(
            Ids.next(),
            Ids.next(),
            Template.ACCOUNT_EXISTS,
            "ana@example.org",
            Map.of("link", "http://localhost"),
            Instant.parse("2026-11-20T10:00:00Z"),
            null);
    transactions.executeWithoutResult(status -> {
      notifications.add(notification, false);
      deliveries.add(notification, new Leg(Channel.EMAIL, null, notification.createdAt(), false));
    });
  }
}
