package app.tdah.auth.login;

import app.tdah.auth.account.AccountSuspended;
import app.tdah.auth.account.EmailAddress;
import app.tdah.auth.challenge.MfaRequired;
import app.tdah.auth.device.DeviceNames;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.RefreshCookie;
import app.tdah.auth.session.RefreshTokenDelivery;
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
import jakarta.servlet.http.HttpServletResponse;
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
  private final RefreshCookie cookie;
  private final DeviceNames devices;

  LoginController(Login login, RefreshCookie cookie, DeviceNames devices) {
    this.login = login;
    this.cookie = cookie;
    this.devices = devices;
  }

  @PostMapping("/login")
  @Operation(summary = "Sign in by e-mail address and password")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {TokenResponse.class, MfaRequired.class})))
  ResponseEntity<?> login(
      @Valid @RequestBody LoginRequest request,
      HttpServletRequest http,
      HttpServletResponse response) {
    boolean keepsCookies = request.delivery() == RefreshTokenDelivery.COOKIE;
    OpaqueToken name = devices.of(http, keepsCookies).orElse(null);
    Device device =
        new Device(
            request.deviceName(),
            http.getHeader(HttpHeaders.USER_AGENT),
            http.getRemoteAddr(),
            name,
            false);
    EmailAddress email = new EmailAddress(request.email());
    return switch (login.login(email, request.password(), device, request.delivery())) {
      case LoginResult.Authenticated(var session) -> {
        if (name != null) {
          devices.keep(name, response);
        }
        yield TokenResponse.deliver(session, request.delivery(), cookie);
      }
      case LoginResult.SecondFactor(var challenge) -> {
        if (name != null) {
          devices.keep(name, response);
        }
        yield ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(challenge);
      }
      case LoginResult.InvalidCredentials() -> throw new InvalidCredentials();
      case LoginResult.Suspended() -> throw new AccountSuspended();
    };
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
