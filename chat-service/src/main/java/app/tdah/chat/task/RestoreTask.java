package app.tdah.chat.task;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings a deleted task back under its own id. */
@Component
class RestoreTask {

  private final TaskRepository tasks;
  private final EntityManager entities;
  private final Clock clock;

  RestoreTask(TaskRepository tasks, EntityManager entities, Clock clock) {
    this.tasks = tasks;
    this.entities = entities;
    this.clock = clock;
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
