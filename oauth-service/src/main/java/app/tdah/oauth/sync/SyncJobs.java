package app.tdah.oauth.sync;

import app.tdah.oauth.provider.Capability;
import app.tdah.oauth.sync.SyncJob.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The sync_jobs table. Whoever lost the lease changes nothing any more. */
@Repository
class SyncJobs {

  /** Longer than a page can take, its token refresh included. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private final JdbcClient jdbc;

  SyncJobs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the job due now, new or not. */
  void schedule(
      UUID integrationId, Capability capability, UUID userId, String provider, Instant now) {
    jdbc.sql(
            """
            insert into sync_jobs (integration_id, capability, user_id, provider, due_at)
            values (:id, :capability, :user, :provider, :now)
            on conflict (integration_id, capability) do update
              set due_at = :now, requested_at = :now, attempts = 0
            """)
        .param("id", integrationId)
        .param("capability", capability.wireName())
        .param("user", userId)
        .param("provider", provider)
        .param("now", utc(now))
        .update();
  }

  /**
   * Asks for a run; one that is under way is followed by another. A wait for the provider stays.
   */
  void request(UUID integrationId, Instant now) {
    jdbc.sql(
            """
            update sync_jobs
            set requested_at = :now, due_at = case when attempts = 0 then :now else due_at end
            where integration_id = :id
            """)
        .param("id", integrationId)
        .param("now", utc(now))
        .update();
  }

  /** Leases due jobs of connected integrations. */
  @Transactional
  public List<SyncJob> claim(int limit, Instant now) {
    return jdbc.sql(
            """
            update sync_jobs
            set lease_id = gen_random_uuid(), lease_until = :until, started_at = :now
            where (integration_id, capability) in (
              select j.integration_id, j.capability
              from sync_jobs j join integrations i on i.id = j.integration_id
              where j.due_at <= :now and i.status = 'CONNECTED'
                and (j.lease_until is null or j.lease_until < :now)
              order by j.due_at limit :limit for update of j skip locked)
            returning *
            """)
        .param("now", utc(now))
        .param("until", utc(now.plus(LEASE)))
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  /** Keeps the place and the lease; false when the lease is somebody else's or the job is gone. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean advance(SyncJob job, Instant now) {
    Position at = job.position();
    return jdbc.sql(
                """
                update sync_jobs
                set cursor = :cursor, page_token = :page, generation = :generation,
                    window_start = :start, window_end = :end, calls = :calls, lease_until = :until
                where integration_id = :id and capability = :capability and lease_id = :lease
                """)
            .param("cursor", at.cursor())
            .param("page", at.pageToken())
            .param("generation", at.generation())
            .param("start", utcOrNull(at.windowStart()))
            .param("end", utcOrNull(at.windowEnd()))
            .param("calls", job.calls())
            .param("until", utc(now.plus(LEASE)))
            .param("id", job.integrationId())
            .param("capability", job.capability().wireName())
            .param("lease", job.leaseId())
            .update()
        == 1;
  }

  /** Ends the run: the next is due then, or at once when one was asked for meanwhile. */
  void finish(SyncJob job, Instant due) {
    jdbc.sql(
            """
            update sync_jobs
            set lease_id = null, lease_until = null, calls = 0, attempts = 0,
                due_at = case when requested_at > started_at then requested_at else :due end
            where integration_id = :id and capability = :capability and lease_id = :lease
            """)
        .param("due", utc(due))
        .param("id", job.integrationId())
        .param("capability", job.capability().wireName())
        .param("lease", job.leaseId())
        .update();
  }

  /** Gives the lease back until then. After some failures the place inside the run is given up. */
  void postpone(SyncJob job, Instant due, boolean dropPlace) {
    jdbc.sql(
            """
            update sync_jobs
            set lease_id = null, lease_until = null, calls = calls + 1, attempts = attempts + 1,
                due_at = :due, page_token = case when :drop then null else page_token end
            where integration_id = :id and capability = :capability and lease_id = :lease
            """)
        .param("due", utc(due))
        .param("drop", dropPlace)
        .param("id", job.integrationId())
        .param("capability", job.capability().wireName())
        .param("lease", job.leaseId())
        .update();
  }

  private SyncJob row(ResultSet row, int number) throws SQLException {
    Position position =
        new Position(
            row.getString("cursor"),
            row.getString("page_token"),
            row.getLong("generation"),
            instant(row, "window_start"),
            instant(row, "window_end"));
    return new SyncJob(
        row.getObject("integration_id", UUID.class),
        Capability.of(row.getString("capability")).orElseThrow(),
        row.getObject("user_id", UUID.class),
        row.getString("provider"),
        position,
        row.getInt("calls"),
        row.getInt("attempts"),
        row.getObject("lease_id", UUID.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
    return at == null ? null : utc(at);
  }
}
