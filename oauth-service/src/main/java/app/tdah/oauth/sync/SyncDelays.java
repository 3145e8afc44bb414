package app.tdah.oauth.sync;

import app.tdah.oauth.integration.Integrations;
import app.tdah.oauth.integration.OAuthProperties;
import app.tdah.oauth.provider.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long a job that met a wall waits: what the provider asked for, else doubling with jitter. */
@Service
class SyncDelays {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 8;
  private static final int PLACE_IS_BAD_AFTER = 4;

  private final SyncJobs jobs;
  private final Integrations integrations;
  private final OAuthProperties settings;
  private final Clock clock;

  SyncDelays(SyncJobs jobs, Integrations integrations, OAuthProperties settings, Clock clock) {
    this.jobs = jobs;
    this.integrations = integrations;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  public void after(SyncJob job, ProviderException cause) {
    boolean limited = cause instanceof ProviderException.RateLimited;
    Duration asked = cause instanceof ProviderException.RateLimited it ? it.retryAfter() : null;
    Duration delay = delay(job.attempts(), asked);
    // A page token can go bad without a 410; starting the run over is safe, merely slower.
    boolean dropPlace = !limited && job.attempts() >= PLACE_IS_BAD_AFTER;
    jobs.postpone(job, clock.instant().plus(delay), dropPlace);
    integrations.syncFailed(
        job.integrationId(), limited ? "provider-rate-limited" : "provider-unavailable");
  }

  /** The claim skips it until the integration is connected again, which makes it due. */
  @Transactional
  public void untilReconnected(SyncJob job) {
    jobs.postpone(job, clock.instant().plus(settings.syncInterval()), false);
  }

  static Duration delay(int attempts, @Nullable Duration asked) {
    Duration backoff = FIRST.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
    Duration capped = backoff.compareTo(LONGEST) > 0 ? LONGEST : backoff;
    if (asked != null) {
      return asked.plusMillis(ThreadLocalRandom.current().nextLong(250));
    }
    long half = capped.toMillis() / 2;
    return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half));
  }
}
