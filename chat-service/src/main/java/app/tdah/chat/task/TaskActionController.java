package app.tdah.chat.task;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.ETags;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What can be done to a task; {@code openParts} says what becomes of its open parts when it is
 * completed or dropped ({@code END} unless asked otherwise).
 */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
class TaskActionController {

  private final ChangeTask changes;

  TaskActionController(ChangeTask changes) {
    this.changes = changes;
  }

  @PostMapping("/complete")
  ResponseEntity<TaskView> complete(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestParam(required = false) @Nullable OpenParts openParts) {
    return act(user, id, ifMatch, TaskAction.COMPLETE, openParts);
  }

  @PostMapping("/drop")
  ResponseEntity<TaskView> drop(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestParam(required = false) @Nullable OpenParts openParts) {
    return act(user, id, ifMatch, TaskAction.DROP, openParts);
  }

  @PostMapping("/reopen")
  ResponseEntity<TaskView> reopen(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return act(user, id, ifMatch, TaskAction.REOPEN, null);
  }

  @PostMapping("/start")
  ResponseEntity<TaskView> start(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return act(user, id, ifMatch, TaskAction.START, null);
  }

  @PostMapping("/not-today")
  ResponseEntity<TaskView> notToday(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return act(user, id, ifMatch, TaskAction.NOT_TODAY, null);
  }

  private ResponseEntity<TaskView> act(
      CurrentUser user,
      UUID id,
      @Nullable String ifMatch,
      TaskAction action,
      @Nullable OpenParts openParts) {
    OpenParts parts = Objects.requireNonNullElse(openParts, OpenParts.END);
    TaskView task = changes.act(user.id(), id, ifMatch, action, parts);
    return ResponseEntity.ok().header(HttpHeaders.ETAG, ETags.of(task.version())).body(task);
  }
}
