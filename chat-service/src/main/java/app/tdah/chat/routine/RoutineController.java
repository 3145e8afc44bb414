package app.tdah.chat.routine;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.ETags;
import app.tdah.defaults.web.Idempotent;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/routines")
class RoutineController {

  private final Routines routines;

  RoutineController(Routines routines) {
    this.routines = routines;
  }

  @GetMapping
  CursorPage<RoutineView> list(CurrentUser user, CursorRequest page) {
    List<RoutineView> rows = routines.page(user.id(), page.after(), page.fetch());
    return CursorPage.of(rows, page, RoutineView::id, routine -> routine);
  }

  @PostMapping
  @Idempotent
  ResponseEntity<RoutineView> create(CurrentUser user, @Valid @RequestBody NewRoutine routine) {
    RoutineView made = routines.create(user.id(), routine.id(), routine.plan());
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(HttpHeaders.ETAG, ETags.of(made.version()))
        .body(made);
  }

  @GetMapping("/{id}")
  ResponseEntity<RoutineView> get(CurrentUser user, @PathVariable UUID id) {
    return tagged(routines.get(user.id(), id));
  }

  @PatchMapping("/{id}")
  ResponseEntity<RoutineView> patch(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode patch) {
    return tagged(routines.edit(user.id(), id, ifMatch, new RoutinePatch(patch)::apply));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    routines.delete(user.id(), id, ifMatch);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/steps/{stepId}/complete")
  ResponseEntity<RoutineView> complete(
      CurrentUser user, @PathVariable UUID id, @PathVariable UUID stepId) {
    return tagged(routines.complete(user.id(), id, stepId));
  }

  @DeleteMapping("/{id}/steps/{stepId}/complete")
  ResponseEntity<RoutineView> undo(
      CurrentUser user, @PathVariable UUID id, @PathVariable UUID stepId) {
    return tagged(routines.undo(user.id(), id, stepId));
  }

  private static ResponseEntity<RoutineView> tagged(RoutineView routine) {
    return ResponseEntity.ok().header(HttpHeaders.ETAG, ETags.of(routine.version())).body(routine);
  }
}
