package app.tdah.session.device;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserSessions extends Repository<UserSession, UUID> {

  /** Writes what was changed, for statements that follow. */
  void flush();

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

  @Query(
      "select s from UserSession s where s.id = :id and s.userId = :userId and s.endedAt is null")
  Optional<UserSession> findLive(UUID id, UUID userId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from UserSession s where s.userId = :userId and s.endedAt is null order by s.id")
  List<UserSession> lockLive(UUID userId);
}
