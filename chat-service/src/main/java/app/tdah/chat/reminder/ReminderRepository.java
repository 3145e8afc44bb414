package app.tdah.chat.reminder;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface ReminderRepository extends Repository<Reminder, UUID> {

  /** As Hibernate writes it among time-outs. */
  String SKIP_LOCKED = "-2";

  Reminder save(Reminder reminder);

  void delete(Reminder reminder);

  void flush();

  Optional<Reminder> findById(UUID id);

  Optional<Reminder> findByIdAndUserId(UUID id, UUID userId);

  List<Reminder> findByTaskIdAndStatus(UUID taskId, ReminderStatus status);

  /** What was cancelled because its task ended. */
  List<Reminder> findByTaskIdAndEndedWithTaskTrue(UUID taskId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from Reminder r where r.id = :id")
  Optional<Reminder> lock(UUID id);

  /** What has come due, the oldest first, apart from what another replica tells just now. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
  @Query("select r from Reminder r where r.status = PENDING and r.dueAt <= :now order by r.dueAt")
  List<Reminder> lockDue(Instant now, Limit limit);

  /** Newest first, from the one after the cursor on. */
  @Query(
      """
      select r from Reminder r
       where r.userId = :userId and r.status in :statuses and (:after is null or r.id < :after)
       order by r.id desc
      """)
  List<Reminder> page(
      UUID userId, Collection<ReminderStatus> statuses, @Nullable UUID after, Limit limit);

  /** Whether a task can still be completed. */
  @Query(
      nativeQuery = true,
      value =
          "select exists (select 1 from tasks where id = :taskId and user_id = :userId and status in"
              + " ('OPEN', 'DOING'))")
  boolean isTaskActive(UUID userId, UUID taskId);

  /** What is still to be told within a span of time. */
  @Query(
      """
      select r from Reminder r
       where r.userId = :userId and r.status = PENDING and r.dueAt >= :from and r.dueAt < :to
       order by r.dueAt
      """)
  List<Reminder> between(UUID userId, Instant from, Instant to, Limit limit);
}
