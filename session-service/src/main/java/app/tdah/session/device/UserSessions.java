package app.tdah.session.device;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserSessions extends Repository<UserSession, UUID> {

  /** Does nothing if it is known: the event and a look into Redis may tell of the same session. */
  @Modifying
  @Query(
      value =
          "insert into sessions (id, user_id, device_name, user_agent, address, started_at)"
              + " values (:id, :userId, :deviceName, :userAgent, :address, :startedAt)"
              + " on conflict (id) do nothing",
      nativeQuery = true)
  int insertIfNew(
      UUID id,
      UUID userId,
      @Nullable String deviceName,
      @Nullable String userAgent,
      String address,
      Instant startedAt);

  @Query("select s.id from UserSession s where s.id in :ids")
  Set<UUID> known(Set<UUID> ids);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from UserSession s where s.id = :id and s.userId = :userId")
  Optional<UserSession> lock(UUID id, UUID userId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select s from UserSession s where s.userId = :userId and s.endedAt is null and s.id <> :kept"
          + " order by s.id")
  List<UserSession> lockLiveExcept(UUID userId, UUID kept);

  @Query(
      "select s from UserSession s where s.userId = :userId and s.endedAt is null"
          + " and s.id < :before order by s.id desc limit :limit")
  List<UserSession> findLive(UUID userId, UUID before, int limit);

  @Modifying
  @Query("delete from UserSession s where s.endedAt < :before")
  int deleteEnded(Instant before);
}
