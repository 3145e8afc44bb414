package app.tdah.auth.factor;

import app.tdah.auth.passkey.Passkey;
import app.tdah.auth.passkey.Passkeys;
import app.tdah.defaults.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/auth/passkeys")
@Tag(name = "passkeys")
class PasskeyController {

  private final ChangeFactors change;
  private final Passkeys passkeys;

  PasskeyController(ChangeFactors change, Passkeys passkeys) {
    this.change = change;
    this.passkeys = passkeys;
  }

  @GetMapping
  @Operation(summary = "The passkeys of the user")
  PasskeyList list(CurrentUser user) {
    return new PasskeyList(passkeys.of(user.id()));
  }

  @PostMapping("/options")
  @Operation(summary = "What the browser needs to make a passkey; needs a recent log-in")
  Options options(CurrentUser user) {
    return new Options(change.beginPasskey(user));
  }

  @PostMapping
  @Operation(summary = "Register what the browser made")
  ResponseEntity<ChangeFactors.AddedPasskey> add(
      CurrentUser user, @Valid @RequestBody NewPasskey request) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(change.addPasskey(user, request.name().strip(), request.credential().toString()));
  }

  @PatchMapping("/{id}")
  @Operation(summary = "Call a passkey something else")
  Passkey rename(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody PasskeyName request) {
    return change.renamePasskey(user, id, request.name().strip());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Do without a passkey; needs a recent log-in")
  void remove(CurrentUser user, @PathVariable UUID id) {
    change.removePasskey(user, id);
  }

  record PasskeyList(List<Passkey> items) {}

  record Options(Map<String, Object> publicKey) {}

  /** The credential is a {@code RegistrationResponseJSON} of WebAuthn. */
  record NewPasskey(@NotBlank @Size(max = 100) String name, @NotNull JsonNode credential) {}

  record PasskeyName(@NotBlank @Size(max = 100) String name) {}
}
