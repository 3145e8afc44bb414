package app.tdah.auth.challenge;

import app.tdah.auth.device.DeviceCookie;
import app.tdah.auth.factor.Method;
import app.tdah.auth.passkey.Passkeys;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.RenewedToken;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.InvalidField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/auth/reauthenticate")
@Tag(name = "auth")
class ReauthenticationController {

  private final Reauthenticate reauthenticate;
  private final Passkeys passkeys;
  private final DeviceCookie devices;

  ReauthenticationController(
      Reauthenticate reauthenticate, Passkeys passkeys, DeviceCookie devices) {
    this.reauthenticate = reauthenticate;
    this.passkeys = passkeys;
    this.devices = devices;
  }

  @PostMapping("/options")
  @Operation(summary = "How the user can prove again who they are")
  ProofOptions options(CurrentUser user) {
    List<String> methods = reauthenticate.methods(user);
    return new ProofOptions(
        methods, methods.contains("PASSKEY") ? passkeys.confirmationOptions(user.id()) : null);
  }

  @PostMapping
  @Operation(summary = "Prove again who one is; sensitive changes are open for five minutes then")
  ResponseEntity<RenewedToken> reauthenticate(
      CurrentUser user, @Valid @RequestBody Proof proof, HttpServletRequest http) {
    Device device =
        new Device(
            null,
            http.getHeader(HttpHeaders.USER_AGENT),
            http.getRemoteAddr(),
            devices.of(http).orElse(null),
            false);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(check(user, proof, device));
  }

  private RenewedToken check(CurrentUser user, Proof proof, Device device) {
    String password = proof.password();
    if (password != null) {
      return reauthenticate.byPassword(user, password, device);
    }
    JsonNode credential = proof.credential();
    if (credential != null && credential.isObject()) {
      return reauthenticate.by(Method.PASSKEY, user, credential.toString(), device);
    }
    if (proof.method() != Method.TOTP) {
      throw new InvalidField("method", "must be TOTP, or a password or a credential be given");
    }
    String code = proof.code();
    if (code == null) {
      throw new InvalidField("code", "is missing");
    }
    return reauthenticate.by(Method.TOTP, user, code, device);
  }

  record ProofOptions(List<String> methods, @Nullable Map<String, Object> publicKey) {}

  record Proof(
      @Nullable @Size(max = 1024) String password,
      @Nullable Method method,
      @Nullable @Size(max = 64) String code,
      @Nullable JsonNode credential) {}
}
