package app.tdah.session.threat;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/threats")
@Tag(name = "threats")
class ThreatController {

  private final Threats threats;
  private final DismissThreat dismiss;
  private final ThreatText texts;

  ThreatController(Threats threats, DismissThreat dismiss, ThreatText texts) {
    this.threats = threats;
    this.dismiss = dismiss;
    this.texts = texts;
  }

  @GetMapping
  @Operation(summary = "What looked like a threat to the user, the newest first")
  CursorPage<ThreatView> listThreats(CurrentUser user, CursorRequest page, Locale language) {
    return CursorPage.of(
        threats.list(ThreatFilter.of(user.id()), page),
        page,
        Threat::id,
        threat -> ThreatView.from(threat, texts, language));
  }

  @PostMapping("/{id}/dismiss")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Say that it was none; the same cause is not a finding again")
  void dismissThreat(CurrentUser user, @PathVariable UUID id) {
    dismiss.own(user.id(), id);
  }
}
