package app.tdah.chat.task;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings a deleted task back under its own id. */
@Component
class RestoreTask {

  private final TaskRepository tasks;
  private final EntityManager entities;
  private final TaskLog log;
  private final Clock clock;

  RestoreTask(TaskRepository tasks, EntityManager entities, TaskLog log, Clock clock) {
    this.tasks = tasks;
    this.entities = entities;
    this.log = log;
    this.clock = clock;
  }

  /** When a task was deleted last, and what it was; empty when that is not known any more. */
  Optional<TaskLog.Deletion> lastDeletion(UUID userId, UUID id) {
    return log.deletion(userId, id);
  }

  /** A part whose whole is gone comes back on its own. */
  Task restore(UUID userId, UUID id, TaskState state) {
    Task task = Task.restored(id, userId, state, clock);
    if (state.parentId() != null && tasks.findById(state.parentId()).isEmpty()) {
      task.under(null, clock);
    }
    Task saved = tasks.save(task);
    tasks.flush();
    // Versions go on: an entity tag from before the deletion must not match by chance.
    entities
        .createNativeQuery("update tasks set version = :version where id = :id")
        .setParameter("version", state.version() + 1)
        .setParameter("id", id)
        .executeUpdate();
    entities.refresh(saved);
    return saved;
  }
}
