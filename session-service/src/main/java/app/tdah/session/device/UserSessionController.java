package app.tdah.session.device;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.session.origin.Places;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/users/{userId}/sessions")
@Tag(name = "admin")
class UserSessionController {

  private final ListSessions list;
  private final RevokeSession revoke;
  private final Places places;

  UserSessionController(ListSessions list, RevokeSession revoke, Places places) {
    this.list = list;
    this.revoke = revoke;
    this.places = places;
  }

  @GetMapping
  @PreAuthorize("hasAuthority('sessions:read')")
  @Operation(summary = "Where a user is signed in, the youngest session first")
  CursorPage<SessionView> listUserSessions(
      CurrentUser viewer, @PathVariable UUID userId, CursorRequest page, Locale language) {
    return CursorPage.of(
        list.list(userId, page),
        page,
        seen -> seen.session().id(),
        seen -> SessionView.from(seen, viewer, places, language));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAuthority('sessions:end')")
  @Operation(summary = "End all sessions of a user")
  void revokeUserSessions(@PathVariable UUID userId) {
    revoke.revokeAll(userId);
  }
}
