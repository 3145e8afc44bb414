package app.tdah.auth.session;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RefreshFamilies extends Repository<RefreshFamily, UUID> {

  RefreshFamily save(RefreshFamily family);

  Optional<RefreshFamily> findById(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select f from RefreshFamily f where f.id = :id")
  Optional<RefreshFamily> lock(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select f from RefreshFamily f where f.accountId = :accountId and f.endedAt is null"
          + " order by f.id")
  List<RefreshFamily> lockLive(UUID accountId);

  /**
   * Families of which Redis says something else; those that another replica works on are left out.
   */
  @Query(
      value =
          "select * from refresh_families where not mirrored order by id limit 100"
              + " for update skip locked",
      nativeQuery = true)
  List<RefreshFamily> lockUnmirrored();

  @Query(
      value =
          "select * from refresh_families where ended_at is null and expires_at <= :now"
              + " order by expires_at limit 500 for update skip locked",
      nativeQuery = true)
  List<RefreshFamily> lockExpired(Instant now);

  @Modifying
  @Query("delete from RefreshFamily f where f.endedAt < :before and f.mirrored")
  int deleteEnded(Instant before);
}
