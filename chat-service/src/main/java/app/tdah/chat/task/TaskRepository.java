package app.tdah.chat.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TaskRepository extends Repository<Task, UUID> {

  Task save(Task task);

  void delete(Task task);

  void flush();

  Optional<Task> findById(UUID id);

  Optional<Task> findByIdAndUserId(UUID id, UUID userId);

  List<Task> findByUserIdAndIdIn(UUID userId, Collection<UUID> ids);

  List<Task> findByParentIdInOrderByPositionAscIdAsc(Collection<UUID> parentIds);

  /** Newest first, from the one after the cursor on. */
  @Query(
      """
      select t from Task t
       where t.userId = :userId and t.status in :statuses and (:after is null or t.id < :after)
       order by t.id desc
      """)
  List<Task> page(UUID userId, Collection<TaskStatus> statuses, @Nullable UUID after, Limit limit);

  /** What may be offered on a day. */
  @Query(
      """
      select t from Task t
       where t.userId = :userId and t.status in (OPEN, DOING)
         and (t.notBefore is null or t.notBefore <= :today)
       order by t.id
      """)
  List<Task> offered(UUID userId, LocalDate today, Limit limit);

  /** The steps of a task, in order. */
  List<Task> findByUserIdAndParentIdOrderByPositionAscIdAsc(UUID userId, UUID parentId);

  boolean existsByParentId(UUID parentId);

  /** What was done from one moment until before another, in order. */
  @Query(
      """
      select t from Task t
       where t.userId = :userId and t.status = DONE
         and t.completedAt >= :from and t.completedAt < :to
       order by t.completedAt, t.id
      """)
  List<Task> done(UUID userId, Instant from, Instant to, Limit limit);

  @Query(
      """
      select t from Task t
       where t.userId = :userId and t.status in (OPEN, DOING) and t.updatedAt > :since
       order by t.updatedAt desc
      """)
  List<Task> lastChanged(UUID userId, Instant since, Limit limit);

  @Query(
      """
      select t from Task t
       where t.userId = :userId and t.status in (DONE, DROPPED) order by t.updatedAt desc
      """)
  List<Task> lastEnded(UUID userId, Limit limit);

  /** How many of a task's own parts are still to be done. */
  record OpenSubtasks(UUID parentId, long count) {}

  @Query(
      """
      select new app.tdah.chat.task.TaskRepository$OpenSubtasks(t.parentId, count(t)) from Task t
       where t.userId = :userId and t.parentId in :parents and t.status in (OPEN, DOING)
       group by t.parentId
      """)
  List<OpenSubtasks> openSubtasks(UUID userId, Collection<UUID> parents);

  /** The place right behind another in the user's own order; null at its end. */
  @Query("select min(t.position) from Task t where t.userId = :userId and t.position > :position")
  @Nullable String positionBehind(UUID userId, String position);

  /** What is put off until after a day. */
  @Query(
      """
      select t from Task t
       where t.userId = :userId and t.status in (OPEN, DOING) and t.notBefore > :day
      """)
  List<Task> postponed(UUID userId, LocalDate day, Limit limit);
}
