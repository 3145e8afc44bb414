package app.tdah.auth.login;

import app.tdah.auth.account.AccountSuspended;
import app.tdah.auth.account.EmailAddress;
import app.tdah.auth.challenge.MfaRequired;
import app.tdah.auth.device.DeviceCookie;
import app.tdah.auth.device.DeviceNames;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.RefreshTokenDelivery;
import app.tdah.auth.session.TokenDelivery;
import app.tdah.auth.session.TokenResponse;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "auth")
@SecurityRequirements
class LoginController {

  private final Login login;
  private final TokenDelivery tokens;
  private final DeviceNames devices;
  private final DeviceCookie cookie;

  LoginController(Login login, TokenDelivery tokens, DeviceNames devices, DeviceCookie cookie) {
    this.login = login;
    this.tokens = tokens;
    this.devices = devices;
    this.cookie = cookie;
  }

  @PostMapping("/login")
  @Operation(summary = "Sign in by e-mail address and password")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {TokenResponse.class, MfaRequired.class})))
  ResponseEntity<?> login(@Valid @RequestBody LoginRequest request, HttpServletRequest http) {
    OpaqueToken name = devices.of(http);
    Device device =
        new Device(
            request.deviceName(),
            http.getHeader(HttpHeaders.USER_AGENT),
            http.getRemoteAddr(),
            name,
            false);
    EmailAddress email = new EmailAddress(request.email());
    return switch (login.login(email, request.password(), device, request.delivery())) {
      case LoginResult.Authenticated(var session) ->
          tokens.deliver(session, request.delivery(), name);
      case LoginResult.SecondFactor(var challenge) -> ask(challenge, request.delivery(), name);
      case LoginResult.InvalidCredentials() -> throw new InvalidCredentials();
      case LoginResult.Suspended() -> throw new AccountSuspended();
    };
  }

  /** A browser gets its name already, since the challenge is for that browser alone. */
  private ResponseEntity<MfaRequired> ask(
      MfaRequired challenge, RefreshTokenDelivery delivery, OpaqueToken name) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (delivery == RefreshTokenDelivery.COOKIE) {
      answer.header(HttpHeaders.SET_COOKIE, cookie.set(name));
    }
    return answer.body(challenge);
  }

  record LoginRequest(
      @NotBlank @Size(max = 254) String email,
      @NotEmpty @Size(max = 1024) String password,
      @Nullable @Size(max = 100) String deviceName,
      @Nullable RefreshTokenDelivery refreshTokenDelivery) {

    RefreshTokenDelivery delivery() {
      return Objects.requireNonNullElse(refreshTokenDelivery, RefreshTokenDelivery.COOKIE);
    }
  }

  private static final class InvalidCredentials extends ProblemException {
    InvalidCredentials() {
      super(
          HttpStatus.UNAUTHORIZED,
          "invalid-credentials",
          "E-mail address or password are not right, or the address is not confirmed yet.");
    }
  }
}
