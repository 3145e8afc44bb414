package app.tdah.auth.login;

import app.tdah.auth.device.DeviceNames;
import app.tdah.auth.passkey.Passkeys;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.RefreshTokenDelivery;
import app.tdah.auth.session.TokenDelivery;
import app.tdah.auth.session.TokenResponse;
import app.tdah.auth.token.OpaqueToken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Signs in with nothing but a passkey, which is two factors by itself: the device and its user. */
@RestController
@RequestMapping("/api/v1/auth/passkeys/login")
@Tag(name = "passkeys")
@SecurityRequirements
class PasskeyLoginController {

  private final Passkeys passkeys;
  private final PasskeyLogin login;
  private final TokenDelivery tokens;
  private final DeviceNames devices;

  PasskeyLoginController(
      Passkeys passkeys, PasskeyLogin login, TokenDelivery tokens, DeviceNames devices) {
    this.passkeys = passkeys;
    this.login = login;
    this.tokens = tokens;
    this.devices = devices;
  }

  @PostMapping("/options")
  @Operation(summary = "What the browser needs to ask for any passkey of ours")
  Passkeys.LoginOptions options() {
    return passkeys.loginOptions();
  }

  @PostMapping
  @Operation(summary = "Sign in with what the passkey signed")
  ResponseEntity<TokenResponse> login(
      @Valid @RequestBody PasskeyLoginRequest request, HttpServletRequest http) {
    OpaqueToken name = devices.of(http);
    Device device =
        new Device(
            request.deviceName(),
            http.getHeader(HttpHeaders.USER_AGENT),
            http.getRemoteAddr(),
            name,
            false);
    var session = login.login(request.credential().toString(), device);
    return tokens.deliver(session, request.delivery(), name);
  }

  /** The credential is an {@code AuthenticationResponseJSON} of WebAuthn. */
  record PasskeyLoginRequest(
      @NotNull UUID challengeId,
      @NotNull JsonNode credential,
      @Nullable @Size(max = 100) String deviceName,
      @Nullable RefreshTokenDelivery refreshTokenDelivery) {

    RefreshTokenDelivery delivery() {
      return Objects.requireNonNullElse(refreshTokenDelivery, RefreshTokenDelivery.COOKIE);
    }
  }
}
