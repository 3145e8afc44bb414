package app.tdah.oauth.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.oauth.integration.OAuthProperties;
import app.tdah.oauth.provider.Capability;
import app.tdah.oauth.provider.ItemPage;
import app.tdah.oauth.sync.SyncJob.Position;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SyncJobTests {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final OAuthProperties SETTINGS =
      new OAuthProperties(
          URI.create("http://localhost/oauth/callback"),
          Duration.ofMinutes(3),
          Duration.ofDays(7),
          Duration.ofDays(60),
          Duration.ofDays(1));

  @Test
  void firstRunIsFullInTheWindow() {
    SyncJob begun = job(new Position(null, null, 0, null, null)).begin(SETTINGS, NOW);
    assertThat(begun.full()).isTrue();
    assertThat(begun.position().generation()).isOne();
    assertThat(begun.query().windowStart()).isEqualTo(NOW.minus(Duration.ofDays(7)));
    assertThat(begun.query().windowEnd()).isEqualTo(NOW.plus(Duration.ofDays(60)));
  }

  @Test
  void goesOnInTheMiddleAfterACrash() {
    SyncJob job = job(new Position(null, "page-2", 4, NOW, NOW));
    assertThat(job.begin(SETTINGS, NOW.plus(Duration.ofDays(3)))).isSameAs(job);
  }

  @Test
  void staysIncrementalUntilTheWindowHasAged() {
    Instant start = NOW.minus(Duration.ofDays(7));
    SyncJob job = job(new Position("cursor", null, 2, start, NOW.plus(Duration.ofDays(60))));
    assertThat(job.begin(SETTINGS, NOW.plus(Duration.ofHours(23)))).isSameAs(job);
    SyncJob moved = job.begin(SETTINGS, NOW.plus(Duration.ofHours(25)));
    assertThat(moved.full()).isTrue();
    assertThat(moved.position().generation()).isEqualTo(3);
  }

  @Test
  void keepsTheCursorUntilTheLastPage() {
    SyncJob job = job(new Position("cursor", null, 2, NOW, NOW));
    SyncJob middle = job.after(new ItemPage(List.of(), "page-2", null));
    assertThat(middle.position().cursor()).isEqualTo("cursor");
    assertThat(middle.position().pageToken()).isEqualTo("page-2");
    SyncJob end = middle.after(new ItemPage(List.of(), null, "next"));
    assertThat(end.position().cursor()).isEqualTo("next");
    assertThat(end.position().pageToken()).isNull();
    assertThat(end.calls()).isEqualTo(2);
  }

  @Test
  void waitsAsAskedOrLongerEachTime() {
    assertThat(SyncDelays.delay(0, Duration.ofSeconds(30)))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    assertThat(SyncDelays.delay(0, null)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
    assertThat(SyncDelays.delay(30, null)).isBetween(Duration.ofMinutes(7), Duration.ofMinutes(15));
  }

  private static SyncJob job(Position position) {
    return new SyncJob(
        UUID.randomUUID(),
        Capability.CALENDAR,
        UUID.randomUUID(),
        "google",
        position,
        0,
        0,
        UUID.randomUUID());
  }
}
