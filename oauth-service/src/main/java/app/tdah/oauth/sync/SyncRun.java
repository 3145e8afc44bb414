package app.tdah.oauth.sync;

import app.tdah.oauth.integration.AccessToken;
import app.tdah.oauth.integration.AccessTokens;
import app.tdah.oauth.integration.ReconnectRequired;
import app.tdah.oauth.integration.Reconnection;
import app.tdah.oauth.provider.ItemPage;
import app.tdah.oauth.provider.Provider;
import app.tdah.oauth.provider.ProviderException;
import app.tdah.oauth.provider.Providers;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** One run of a leased job: page after page, until the last, a wall or a lost lease. */
@Service
class SyncRun {

  private static final Logger log = LoggerFactory.getLogger(SyncRun.class);

  private final SyncPages pages;
  private final SyncDelays delays;
  private final AccessTokens tokens;
  private final Reconnection reconnection;
  private final Providers providers;

  SyncRun(
      SyncPages pages,
      SyncDelays delays,
      AccessTokens tokens,
      Reconnection reconnection,
      Providers providers) {
    this.pages = pages;
    this.delays = delays;
    this.tokens = tokens;
    this.reconnection = reconnection;
    this.providers = providers;
  }

  void run(SyncJob job) {
    try {
      Optional<SyncJob> next = pages.begin(job);
      while (next.isPresent()) {
        next = step(next.get());
      }
    } catch (ReconnectRequired e) {
      log.info("Sync of {} stops: {}", job.integrationId(), e.getMessage());
      delays.untilReconnected(job);
    } catch (ProviderException e) {
      log.info("Sync of {} waits: {}", job.integrationId(), e.getMessage());
      delays.after(job, e);
    }
  }

  private Optional<SyncJob> step(SyncJob job) {
    try {
      return pages.commit(job, fetch(job));
    } catch (ProviderException.CursorExpired e) {
      log.info("Sync of {} starts over: {}", job.integrationId(), e.getMessage());
      if (job.full() && job.position().pageToken() == null) {
        throw new ProviderException.Unavailable("A full sync was refused as too old", e);
      }
      return pages.restart(job);
    }
  }

  /** A token may be revoked before its time: one newer token is tried, then the user is asked. */
  private ItemPage fetch(SyncJob job) {
    AccessToken token = tokens.of(job.integrationId());
    try {
      return fetch(job, token);
    } catch (ProviderException.AccessRejected first) {
      AccessToken newer = tokens.replace(job.integrationId(), token.version());
      try {
        return fetch(job, newer);
      } catch (ProviderException.AccessRejected second) {
        throw reconnection.required(job.integrationId(), newer.version(), "access-denied");
      }
    }
  }

  private ItemPage fetch(SyncJob job, AccessToken token) {
    Provider provider = providers.require(job.provider());
    return provider.items(job.capability(), token.value(), job.query());
  }
}
