package app.tdah.chat.task;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes from devices that were offline, and where they clashed with others. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskSyncController {

  private static final int MAX = 200;

  private final SyncTasks sync;
  private final ResolveConflict conflicts;

  TaskSyncController(SyncTasks sync, ResolveConflict conflicts) {
    this.sync = sync;
    this.conflicts = conflicts;
  }

  record SyncRequest(@NotEmpty @Size(max = MAX) List<@NotNull @Valid Write> operations) {}

  /**
   * One write.
   *
   * @param at the device's hybrid logical clock: milliseconds (15 digits), counter (4 hex digits),
   *     the device's name
   * @param baseVersion the task's version that the device knew
   * @param deleted whether the task was deleted; there are no fields then
   * @param fields as in a patch, apart from {@code after}
   */
  record Write(
      @NotNull UUID id,
      @NotNull UUID taskId,
      @NotNull @Pattern(regexp = HybridClock.PATTERN) String at,
      @Nullable @Min(0) Long baseVersion,
      @Nullable Boolean deleted,
      @Nullable JsonNode fields) {

    OfflineWrite asWrite() {
      boolean deletes = Boolean.TRUE.equals(deleted);
      JsonNode named = fields == null || fields.isNull() ? null : fields;
      if (deletes == (named != null) || named != null && !named.isObject()) {
        throw new InvalidField("operations.fields", "must be an object, unless it was deleted");
      }
      ObjectNode set = named == null ? JsonNodeFactory.instance.objectNode() : named.asObject();
      return new OfflineWrite(id, taskId, HybridClock.parse(at), baseVersion, deletes, set);
    }
  }

  record Resolution(@NotNull Taken take) {}

  /** Which of two values it shall be. */
  enum Taken {
    KEPT,
    OTHER
  }

  @PostMapping("/sync")
  SyncResult sync(CurrentUser user, @Valid @RequestBody SyncRequest request) {
    return sync.sync(user.id(), request.operations().stream().map(Write::asWrite).toList());
  }

  @GetMapping("/conflicts")
  CursorPage<TaskConflictView> conflicts(
      CurrentUser user, @RequestParam(required = false) @Nullable UUID taskId, CursorRequest page) {
    List<TaskConflictView> rows = conflicts.page(user.id(), taskId, page.after(), page.fetch());
    return CursorPage.of(rows, page, TaskConflictView::id, conflict -> conflict);
  }

  @PostMapping("/conflicts/{id}/resolve")
  ResponseEntity<Void> resolve(
      CurrentUser user, @PathVariable UUID id, @Valid @RequestBody Resolution resolution) {
    conflicts.resolve(user.id(), id, resolution.take() == Taken.OTHER);
    return ResponseEntity.noContent().build();
  }
}
