package app.tdah.chat.memory;

import app.tdah.chat.memory.Memory.Source;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.ETags;
import app.tdah.defaults.web.Idempotent;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/memories")
class MemoryController {

  private final Memories memories;

  MemoryController(Memories memories) {
    this.memories = memories;
  }

  /** What the assistant knows about the user, the newest first. */
  @GetMapping
  MemoryPage list(CurrentUser user, CursorRequest cursor) {
    CursorPage<Memory> page =
        CursorPage.of(memories.page(user.id(), cursor), cursor, Memory::id, memory -> memory);
    return new MemoryPage(memories.enabled(user.id()), page.items(), page.nextCursor());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Idempotent
  ResponseEntity<Memory> remember(CurrentUser user, @Valid @RequestBody Fact fact) {
    Memory kept = memories.remember(user.id(), fact.fact(), Source.USER);
    return ResponseEntity.status(HttpStatus.CREATED).eTag(ETags.of(kept.version())).body(kept);
  }

  /** Switches memory on or off: when it is off nothing is kept and nothing is used. */
  @PatchMapping
  MemoryPage enable(CurrentUser user, @Valid @RequestBody Switch wanted) {
    memories.enable(user.id(), wanted.enabled());
    return list(user, new CursorRequest(50, null));
  }

  /** Forgets everything. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forgetAll(CurrentUser user) {
    memories.forgetAll(user.id());
  }

  @PatchMapping("/{id}")
  ResponseEntity<Memory> change(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Fact fact) {
    Memory changed = memories.change(user.id(), id, ifMatch, fact.fact());
    return ResponseEntity.ok().eTag(ETags.of(changed.version())).body(changed);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(CurrentUser user, @PathVariable UUID id) {
    memories.forget(user.id(), id);
  }

  record Fact(@NotBlank @Size(max = Memories.MAX_FACT) String fact) {}

  record Switch(@NotNull Boolean enabled) {}

  @Schema(name = "MemoryPage")
  record MemoryPage(boolean enabled, List<Memory> items, @Nullable String nextCursor) {}
}
