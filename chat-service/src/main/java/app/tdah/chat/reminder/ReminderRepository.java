package app.tdah.chat.reminder;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReminderRepository extends Repository<Reminder, UUID> {

  Reminder save(Reminder reminder);

  void delete(Reminder reminder);

  void flush();

  Optional<Reminder> findById(UUID id);

  Optional<Reminder> findByIdAndUserId(UUID id, UUID userId);

  List<Reminder> findByTaskIdAndStatus(UUID taskId, ReminderStatus status);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from Reminder r where r.id = :id")
  Optional<Reminder> lock(UUID id);

  /** Newest first, from the one after the cursor on. */
  @Query(
      """
      select r from Reminder r
       where r.userId = :userId and r.status = PENDING and (:after is null or r.id < :after)
       order by r.id desc
      """)
  List<Reminder> pending(UUID userId, @Nullable UUID after, Limit limit);

  /** What is still to be told within a span of time. */
  @Query(
      """
      select r from Reminder r
       where r.userId = :userId and r.status = PENDING and r.dueAt >= :from and r.dueAt < :to
       order by r.dueAt
      """)
  List<Reminder> between(UUID userId, Instant from, Instant to, Limit limit);
}
