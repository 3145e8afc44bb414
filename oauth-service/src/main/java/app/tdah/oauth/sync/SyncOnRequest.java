package app.tdah.oauth.sync;

import app.tdah.defaults.web.CursorRequest;
import app.tdah.oauth.integration.Integrations;
import app.tdah.oauth.sync.SyncedItems.Stored;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What a user may ask of the sync of an integration of theirs. */
@Service
class SyncOnRequest {

  private final Integrations integrations;
  private final SyncJobs jobs;
  private final SyncedItems items;
  private final SyncWorker worker;
  private final Clock clock;

  SyncOnRequest(
      Integrations integrations, SyncJobs jobs, SyncedItems items, SyncWorker worker, Clock clock) {
    this.integrations = integrations;
    this.jobs = jobs;
    this.items = items;
    this.worker = worker;
    this.clock = clock;
  }

  void request(UUID integrationId, UUID userId) {
    integrations.require(integrationId, userId);
    jobs.request(integrationId, clock.instant());
    worker.wake();
  }

  List<Stored> items(UUID integrationId, UUID userId, CursorRequest page) {
    integrations.require(integrationId, userId);
    return items.page(integrationId, page);
  }
}
