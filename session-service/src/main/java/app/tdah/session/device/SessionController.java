package app.tdah.session.device;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.InvalidField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
  private final RevocationSweep sweep;

  SessionController(ListSessions list, RevokeSession revoke, RevocationSweep sweep) {
    this.list = list;
    this.revoke = revoke;
    this.sweep = sweep;
  }

  @GetMapping
  @Operation(summary = "Where the user is signed in, the youngest session first")
  CursorPage<Session> listSessions(CurrentUser user, CursorRequest page) {
    return CursorPage.of(
        list.list(user.id(), page),
        page,
        seen -> seen.session().id(),
        seen -> Session.from(seen, user));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a session; its tokens stop working with the next request")
  void revokeSession(CurrentUser user, @PathVariable UUID id) {
    revoke.revoke(user.id(), id);
    sweep.carryOut(id, user.id());
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
    revoke.revokeOthers(user.id(), user.sessionId()).forEach(id -> sweep.carryOut(id, user.id()));
  }

  record Session(
      UUID id,
      @Nullable String deviceName,
      @Nullable String browser,
      @Nullable String system,
      String address,
      Instant createdAt,
      Instant lastSeenAt,
      boolean current) {

    static Session from(ListSessions.Seen seen, CurrentUser user) {
      UserSession session = seen.session();
      UserAgent agent = UserAgent.parse(session.userAgent());
      return new Session(
          session.id(),
          session.deviceName(),
          agent.browser(),
          agent.system(),
          session.address(),
          session.startedAt(),
          seen.at(),
          session.id().equals(user.sessionId()));
    }
  }
}
