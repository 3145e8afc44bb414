package app.tdah.user.profile;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me")
@Tag(name = "users")
class ProfileController {

  private final EditProfile profiles;
  private final Arrivals arrivals;

  ProfileController(EditProfile profiles, Arrivals arrivals) {
    this.profiles = profiles;
    this.arrivals = arrivals;
  }

  @GetMapping
  @Operation(summary = "Who is signed in")
  ResponseEntity<ProfileBody> getProfile(CurrentUser user) {
    return answer(arrivals.await(() -> profiles.find(user.id())));
  }

  @PatchMapping
  @Operation(summary = "Change the profile; what is missing or null stays as it is")
  ResponseEntity<ProfileBody> editProfile(
      CurrentUser user,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ProfilePatch patch) {
    UserAccount account = arrivals.await(() -> profiles.find(user.id()));
    String name =
        patch.displayName() == null ? account.profile().displayName() : patch.displayName();
    return answer(profiles.rename(user.id(), name.strip(), ifMatch));
  }

  private static ResponseEntity<ProfileBody> answer(UserAccount account) {
    return ResponseEntity.ok()
        .eTag(ETags.of(account.profile().version()))
        .body(ProfileBody.from(account));
  }

  record ProfilePatch(
      @Nullable
          @Size(max = 100)
          @Pattern(regexp = ".*\\S.*", flags = Pattern.Flag.DOTALL, message = "must not be blank")
          @Pattern(regexp = "\\P{Cntrl}*", message = "must not have control characters")
          String displayName) {}

  record ProfileBody(
      UUID id,
      String email,
      boolean emailVerified,
      String displayName,
      String locale,
      String timeZone,
      long version,
      Instant createdAt) {

    static ProfileBody from(UserAccount account) {
      Profile profile = account.profile();
      return new ProfileBody(
          profile.id(),
          profile.email(),
          profile.emailVerified(),
          profile.displayName(),
          account.preferences().locale(),
          account.preferences().timeZone(),
          profile.version(),
          profile.createdAt());
    }
  }
}
