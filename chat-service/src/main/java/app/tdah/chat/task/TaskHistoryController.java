package app.tdah.chat.task;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.Idempotent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was done to tasks, and taking it back. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskHistoryController {

  private final UndoTask undo;
  private final Operations operations;

  TaskHistoryController(UndoTask undo, Operations operations) {
    this.undo = undo;
    this.operations = operations;
  }

  /** The newest operation is meant without an id. */
  record UndoRequest(@Nullable UUID operationId) {}

  @PostMapping("/undo")
  @Idempotent
  ResponseEntity<Undone> undo(
      CurrentUser user, @RequestBody(required = false) @Nullable UndoRequest request) {
    UUID operation = request == null ? null : request.operationId();
    return ResponseEntity.ok(undo.undo(user.id(), operation));
  }

  @GetMapping("/operations")
  CursorPage<OperationView> operations(CurrentUser user, CursorRequest page) {
    List<OperationView> rows = operations.page(user.id(), page.after(), page.fetch());
    return CursorPage.of(rows, page, OperationView::id, operation -> operation);
  }
}
