package app.tdah.user.privacy;

import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.user.privacy.PrivacyRequests.Kind;
import app.tdah.user.privacy.PrivacyRequests.PrivacyRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/privacy-requests")
@Tag(name = "admin")
class PrivacyRequestController {

  private final PrivacyRequests requests;

  PrivacyRequestController(PrivacyRequests requests) {
    this.requests = requests;
  }

  @GetMapping
  @PreAuthorize("hasAuthority('privacy:read')")
  @Operation(summary = "Exports and erasures of everybody, newest first")
  CursorPage<PrivacyRequest> listPrivacyRequests(
      @RequestParam(required = false) @Nullable Kind kind, CursorRequest page) {
    return CursorPage.of(requests.list(kind, page), page, PrivacyRequest::id, request -> request);
  }
}
