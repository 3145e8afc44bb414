package app.tdah.session.device;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.InvalidField;
import app.tdah.session.origin.Places;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions")
@Tag(name = "sessions")
class SessionController {

  private static final String CURRENT = "current";

  private final ListSessions list;
  private final RevokeSession revoke;
  private final DescribeSession describe;
  private final Places places;

  SessionController(
      ListSessions list, RevokeSession revoke, DescribeSession describe, Places places) {
    this.list = list;
    this.revoke = revoke;
    this.describe = describe;
    this.places = places;
  }

  @GetMapping
  @Operation(summary = "Where the user is signed in, the youngest session first")
  CursorPage<SessionView> listSessions(CurrentUser user, CursorRequest page, Locale language) {
    return CursorPage.of(
        list.list(user.id(), page),
        page,
        seen -> seen.session().id(),
        seen -> SessionView.from(seen, user, places, language));
  }

  @PatchMapping("/{id}")
  @Operation(
      summary = "Name a device, or say whether it is yours",
      description = "Holds for all sessions on the device. What is missing stays as it is.")
  SessionView describeSession(
      CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody Description description,
      Locale language) {
    describe.describe(user.id(), id, description.name(), description.trusted());
    return SessionView.from(list.one(user.id(), id), user, places, language);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a session; its tokens stop working with the next request")
  void revokeSession(CurrentUser user, @PathVariable UUID id) {
    revoke.revoke(user.id(), id);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End all other sessions")
  void revokeOtherSessions(
      CurrentUser user,
      @Parameter(schema = @Schema(type = "string", allowableValues = CURRENT)) @RequestParam
          String except) {
    if (!except.equals(CURRENT)) {
      throw new InvalidField("except", "Only 'current' can be spared.");
    }
    revoke.revokeOthers(user.id(), user.sessionId());
  }

  /** An empty name takes the name away. */
  @Schema(name = "SessionDescription")
  record Description(
      @Nullable @Size(max = 80) @Pattern(regexp = "[^\\p{Cntrl}]*") String name,
      @Nullable Boolean trusted) {}
}
