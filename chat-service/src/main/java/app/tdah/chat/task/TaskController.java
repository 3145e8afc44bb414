package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.ETags;
import app.tdah.defaults.web.Idempotent;
import app.tdah.defaults.web.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

  private final Tasks tasks;
  private final ChangeTask changes;

  TaskController(Tasks tasks, ChangeTask changes) {
    this.tasks = tasks;
    this.changes = changes;
  }

  record NewTask(
      @Nullable UUID id,
      @NotBlank @Size(max = TaskPatch.MAX_TITLE) String title,
      @Nullable @Size(max = TaskPatch.MAX_NOTES) String notes,
      @Nullable @Size(max = 30) List<@NotBlank @Size(max = 100) String> tags,
      @Nullable @Size(max = 100) String context,
      @Nullable @Size(max = 100) String project,
      @Nullable Priority priority,
      @Nullable Energy energy,
      @Nullable @Min(1) @Max(10_080) Integer estimateMinutes,
      @Nullable Instant startAt,
      @Nullable Instant dueAt,
      @Nullable LocalDate dueDate,
      @Nullable String recurrence,
      @Nullable UUID parentId) {

    TaskDetails details() {
      if (dueAt != null && dueDate != null) {
        throw new InvalidField("dueDate", "must be null when dueAt is set");
      }
      if (recurrence != null && !Recurrences.isRule(recurrence)) {
        throw new InvalidField("recurrence", "must be an RRULE (RFC 5545) without its prefix");
      }
      return new TaskDetails(
          title.strip(),
          notes,
          tags == null ? List.of() : tags,
          context,
          project,
          Objects.requireNonNullElse(priority, Priority.NORMAL),
          Objects.requireNonNullElse(energy, Energy.MEDIUM),
          estimateMinutes,
          startAt,
          dueAt,
          dueDate,
          recurrence);
    }
  }

  record QuickAddRequest(
      @Nullable UUID id, @NotBlank @Size(max = TaskPatch.MAX_TITLE) String text) {}

  /**
   * What to list.
   *
   * @param status some of the states with commas, or {@code ALL}; open and begun when left out
   * @param q words of the title or the notes
   * @param today only what is meant for today, carried over included
   * @param sort {@code created}, the newest first, or {@code position}, the user's own order
   */
  record Listing(
      @Nullable String status,
      @Nullable @Size(max = 100) String project,
      @Nullable @Size(max = 100) String tag,
      @Nullable @Size(max = 100) String context,
      @Nullable UUID parentId,
      @Nullable @Size(max = 200) String q,
      @Nullable Boolean today,
      @Nullable @Pattern(regexp = "created|position") String sort) {

    TaskFilter filter() {
      return new TaskFilter(
          statuses(status),
          project,
          tag,
          context,
          parentId,
          q,
          Boolean.TRUE.equals(today),
          "position".equals(sort));
    }
  }

  @GetMapping
  CursorPage<TaskView> list(
      CurrentUser user, @Valid @ParameterObject Listing listing, CursorRequest page) {
    List<TaskView> rows = tasks.list(user.id(), listing.filter(), page.after(), page.fetch());
    return CursorPage.of(rows, page, TaskView::id, task -> task);
  }

  private static Set<TaskStatus> statuses(@Nullable String status) {
    if (status == null || status.isBlank()) {
      return EnumSet.of(TaskStatus.OPEN, TaskStatus.DOING);
    }
    if (status.equals("ALL")) {
      return EnumSet.allOf(TaskStatus.class);
    }
    try {
      return Arrays.stream(status.split(",")).map(TaskStatus::valueOf).collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw new InvalidField("status", "must be OPEN, DOING, DONE, DROPPED or ALL");
    }
  }

  @PostMapping
  @Idempotent
  ResponseEntity<TaskView> create(CurrentUser user, @Valid @RequestBody NewTask task) {
    return created(tasks.create(user.id(), task.id(), task.details(), task.parentId()));
  }

  @PostMapping("/quick-add")
  @Idempotent
  ResponseEntity<Captured> quickAdd(CurrentUser user, @Valid @RequestBody QuickAddRequest request) {
    Captured captured = tasks.capture(user.id(), request.text(), "WEB", request.id());
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(HttpHeaders.ETAG, ETags.of(captured.task().version()))
        .body(captured);
  }

  @GetMapping("/next")
  NextTask next(
      CurrentUser user,
      @RequestParam(required = false) @Nullable Energy energy,
      @RequestParam(required = false) @Nullable @Min(1) @Max(1440) Integer minutes) {
    return tasks.next(user.id(), energy, minutes);
  }

  @GetMapping("/{id}")
  ResponseEntity<TaskView> get(CurrentUser user, @PathVariable UUID id) {
    return tagged(tasks.get(user.id(), id));
  }

  @PatchMapping("/{id}")
  ResponseEntity<TaskView> patch(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode patch) {
    return tagged(changes.edit(user.id(), id, ifMatch, new TaskPatch(patch)));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    changes.delete(user.id(), id, ifMatch);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<TaskView> created(TaskView task) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(HttpHeaders.ETAG, ETags.of(task.version()))
        .body(task);
  }

  private static ResponseEntity<TaskView> tagged(TaskView task) {
    return ResponseEntity.ok().header(HttpHeaders.ETAG, ETags.of(task.version())).body(task);
  }
}
