package app.tdah.chat.breakdown;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.Idempotent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks/{id}")
class BreakdownController {

  private final BreakDown breakDown;

  BreakdownController(BreakDown breakDown) {
    this.breakDown = breakDown;
  }

  record Grain(@Nullable @Min(1) @Max(5) Integer granularity) {}

  @PostMapping("/break-down")
  @Idempotent
  ResponseEntity<Broken> breakDown(
      CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable Grain grain) {
    Integer granularity = grain == null ? null : grain.granularity();
    return ResponseEntity.ok(breakDown.breakDown(user.id(), id, granularity));
  }

  @PostMapping("/smaller")
  @Idempotent
  ResponseEntity<Broken> smaller(CurrentUser user, @PathVariable UUID id) {
    return ResponseEntity.ok(breakDown.smaller(user.id(), id));
  }
}
