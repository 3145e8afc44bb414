package app.tdah.chat.task;

import app.tdah.defaults.web.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets a user look at what clashed, and choose. */
@Service
@Transactional
class ResolveConflict {

  private final TaskConflicts conflicts;
  private final ChangeTask changes;
  private final JsonMapper json;

  ResolveConflict(TaskConflicts conflicts, ChangeTask changes, JsonMapper json) {
    this.conflicts = conflicts;
    this.changes = changes;
    this.json = json;
  }

  @Transactional(readOnly = true)
  List<TaskConflictView> page(UUID userId, @Nullable UUID taskId, @Nullable UUID after, int limit) {
    return conflicts.page(userId, taskId, after, limit);
  }

  /** Settles a conflict; to take the other value is a change like any, which can be undone. */
  void resolve(UUID userId, UUID id, boolean takeOther) {
    TaskConflictView conflict =
        conflicts
            .find(userId, id)
            .orElseThrow(() ->
                new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "conflict-not-found",
                    "There is no conflict " + id + "."));
    if (takeOther) {
      JsonNode other = json.valueToTree(conflict.other());
      changes.edit(userId, conflict.taskId(), null, new TaskPatch(other));
    }
    conflicts.resolved(id);
  }
}
