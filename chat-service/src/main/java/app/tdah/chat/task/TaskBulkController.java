package app.tdah.chat.task;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.Idempotent;
import app.tdah.defaults.web.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The same for several tasks at once: all of it or nothing, and one operation to undo. */
@RestController
class TaskBulkController {

  private static final int MAX = 200;

  private final ChangeTask changes;

  TaskBulkController(ChangeTask changes) {
    this.changes = changes;
  }

  /**
   * What to do.
   *
   * @param patch as of one task; either this or an action
   */
  record BulkRequest(
      @NotEmpty @Size(max = MAX) List<@NotNull UUID> ids,
      @Nullable JsonNode patch,
      @Nullable TaskAction action,
      @Nullable OpenParts openParts) {}

  @PostMapping("/api/v1/tasks/bulk")
  @Idempotent
  ResponseEntity<BulkChange> bulk(CurrentUser user, @Valid @RequestBody BulkRequest request) {
    LinkedHashSet<UUID> ids = new LinkedHashSet<>(request.ids());
    JsonNode patch = request.patch() == null || request.patch().isNull() ? null : request.patch();
    TaskAction action = request.action();
    if ((patch == null) == (action == null)) {
      throw new InvalidField("action", "must be there, or a patch, and not both");
    }
    if (patch != null) {
      return ResponseEntity.ok(
          changes.all(
              user.id(), ids, OperationKind.EDITED, changes.patching(new TaskPatch(patch))));
    }
    TaskAction wanted = Objects.requireNonNull(action);
    OpenParts parts = Objects.requireNonNullElse(request.openParts(), OpenParts.END);
    return ResponseEntity.ok(
        changes.all(user.id(), ids, wanted.kind(), changes.doing(wanted, parts)));
  }
}
