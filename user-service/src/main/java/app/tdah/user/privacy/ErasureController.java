package app.tdah.user.privacy;

import app.tdah.defaults.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me")
@Tag(name = "privacy")
class ErasureController {

  private final ScheduleErasure erasures;
  private final Clock clock;

  ErasureController(ScheduleErasure erasures, Clock clock) {
    this.erasures = erasures;
    this.clock = clock;
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Erase me, after some days to think again; needs a recent sign-in")
  ScheduledErasure eraseMe(CurrentUser user) {
    user.requireRecentLogin(clock);
    ErasureRequest erasure = erasures.schedule(user.id());
    return new ScheduledErasure(erasure.id(), erasure.dueAt());
  }

  @PostMapping("/erasure/cancel")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Do not erase me")
  void cancelErasure(CurrentUser user) {
    erasures.cancel(user.id());
  }

  @GetMapping("/erasure")
  @Operation(summary = "Whether I am going to be erased")
  ErasureBody getErasure(CurrentUser user) {
    return erasures
        .find(user.id())
        .map(erasure ->
            new ErasureBody(erasure.id(), State.valueOf(erasure.status().name()), erasure.dueAt()))
        .orElse(new ErasureBody(null, State.NONE, null));
  }

  enum State {
    NONE,
    SCHEDULED,
    RUNNING
  }

  record ScheduledErasure(UUID id, Instant dueAt) {}

  record ErasureBody(@Nullable UUID id, State status, @Nullable Instant dueAt) {}
}
