package app.tdah.chat.focus;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FocusRepository extends Repository<FocusSession, UUID> {

  FocusSession save(FocusSession session);

  void flush();

  Optional<FocusSession> findByIdAndUserId(UUID id, UUID userId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from FocusSession s where s.id = :id")
  Optional<FocusSession> lock(UUID id);

  @Query("select s from FocusSession s where s.userId = :userId and s.status in (RUNNING, PAUSED)")
  Optional<FocusSession> open(UUID userId);

  /** Newest first, from the one after the cursor on. */
  @Query(
      """
      select s from FocusSession s
       where s.userId = :userId and (:after is null or s.id < :after)
       order by s.id desc
      """)
  List<FocusSession> page(UUID userId, @Nullable UUID after, Limit limit);
}
