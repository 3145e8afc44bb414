package app.tdah.oauth.sync;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.IntegrationEvent.ItemRemoved;
import app.tdah.events.IntegrationEvent.ItemSynced;
import app.tdah.oauth.integration.Integrations;
import app.tdah.oauth.integration.OAuthProperties;
import app.tdah.oauth.provider.ItemPage;
import app.tdah.oauth.provider.RemoteItem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commits a page: items, events and the place after it in one transaction, so a crash repeats
 * nothing.
 */
@Service
class SyncPages {

  private final SyncJobs jobs;
  private final SyncedItems items;
  private final Integrations integrations;
  private final EventPublisher events;
  private final FieldCipher cipher;
  private final OAuthProperties settings;
  private final Clock clock;
  private final SyncReducer reducer;

  SyncPages(
      SyncJobs jobs,
      SyncedItems items,
      Integrations integrations,
      EventPublisher events,
      FieldCipher cipher,
      OAuthProperties settings,
      Clock clock,
      JsonMapper json) {
    this.jobs = jobs;
    this.items = items;
    this.integrations = integrations;
    this.events = events;
    this.cipher = cipher;
    this.settings = settings;
    this.clock = clock;
    this.reducer = new SyncReducer(json, cipher::blindIndex);
  }

  /** The job ready for its next page, or empty when its lease is lost. */
  @Transactional
  public Optional<SyncJob> begin(SyncJob job) {
    SyncJob begun = job.begin(settings, clock.instant());
    return jobs.advance(begun, clock.instant()) ? Optional.of(begun) : Optional.empty();
  }

  /** The job as a full sync from the start, or empty when its lease is lost. */
  @Transactional
  public Optional<SyncJob> restart(SyncJob job) {
    SyncJob restarted = job.restart(settings, clock.instant());
    return jobs.advance(restarted, clock.instant()) ? Optional.of(restarted) : Optional.empty();
  }

  /** The job ready for its next page, or empty when that was the last or the lease is lost. */
  @Transactional
  public Optional<SyncJob> commit(SyncJob job, ItemPage page) {
    Instant now = clock.instant();
    SyncJob after = job.after(page);
    if (!jobs.advance(after, now)) {
      return Optional.empty();
    }
    List<String> ids = page.items().stream().map(RemoteItem::itemId).distinct().toList();
    Map<String, String> known = items.hashes(job, ids);
    reducer.reduce(known, page.items()).forEach(change -> apply(job, change, now));
    if (!page.last()) {
      return Optional.of(after);
    }
    finish(job, after, now);
    return Optional.empty();
  }

  private void apply(SyncJob job, ItemChange change, Instant now) {
    switch (change) {
      case ItemChange.Put put -> {
        items.put(job, put, now);
        events.publish(
            new ItemSynced(
                job.userId(),
                job.integrationId(),
                job.provider(),
                put.itemId(),
                put.kind(),
                cipher.seal(put.json())));
      }
      case ItemChange.Met met -> items.met(job, met.itemId());
      case ItemChange.Drop drop -> {
        items.drop(job, drop.itemId());
        removed(job, drop.itemId());
      }
    }
  }

  private void finish(SyncJob job, SyncJob after, Instant now) {
    if (job.full()) {
      items.dropVanished(job).forEach(itemId -> removed(job, itemId));
    }
    events.publish(
        new UsageRecorded(
            job.userId(), "oauth.calls", after.calls(), "call", 0, "USD", "free-1", now));
    integrations.synced(job.integrationId(), now);
    jobs.finish(after, now.plus(settings.syncInterval()));
  }

  private void removed(SyncJob job, String itemId) {
    events.publish(new ItemRemoved(job.userId(), job.integrationId(), job.provider(), itemId));
  }
}
