package app.tdah.session.threat;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/threats")
@Tag(name = "admin")
class AllThreatController {

  private final Threats threats;
  private final DismissThreat dismiss;
  private final ThreatText texts;

  AllThreatController(Threats threats, DismissThreat dismiss, ThreatText texts) {
    this.threats = threats;
    this.dismiss = dismiss;
    this.texts = texts;
  }

  @GetMapping
  @PreAuthorize("hasAuthority('threats:read')")
  @Operation(summary = "What looked like a threat to anybody, the newest first")
  CursorPage<ThreatView> listAllThreats(
      @RequestParam(required = false) @Nullable UUID userId,
      @RequestParam(required = false) @Pattern(regexp = "[a-z-]{1,40}") @Nullable String rule,
      @RequestParam(required = false) @Nullable Severity severity,
      @RequestParam(required = false) Threat.@Nullable Status status,
      CursorRequest page,
      Locale language) {
    return CursorPage.of(
        threats.list(new ThreatFilter(userId, rule, severity, status), page),
        page,
        Threat::id,
        threat -> ThreatView.from(threat, texts, language));
  }

  @PostMapping("/{id}/dismiss")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAuthority('threats:dismiss')")
  @Operation(summary = "Say that it was none; the same cause is not a finding again")
  void dismissAnyThreat(CurrentUser admin, @PathVariable UUID id) {
    dismiss.any(admin.id(), id);
  }
}
