package app.tdah.auth.session;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "auth")
@SecurityRequirements
class SessionController {

  private final RefreshSession refresh;
  private final EndSession end;
  private final RefreshCookie cookies;
  private final TokenDelivery tokens;

  SessionController(
      RefreshSession refresh, EndSession end, RefreshCookie cookies, TokenDelivery tokens) {
    this.refresh = refresh;
    this.end = end;
    this.cookies = cookies;
    this.tokens = tokens;
  }

  @PostMapping("/refresh")
  @Operation(
      summary = "Exchange the refresh token, from the cookie or from the body, for new tokens")
  ResponseEntity<TokenResponse> refresh(
      @Valid @RequestBody(required = false) @Nullable TokenRequest request,
      @Parameter(hidden = true) @CookieValue(name = RefreshCookie.NAME, required = false)
          @Nullable String cookie,
      HttpServletResponse response) {
    RefreshTokenDelivery delivery =
        TokenRequest.token(request).isPresent()
            ? RefreshTokenDelivery.BODY
            : RefreshTokenDelivery.COOKIE;
    Optional<SignedIn> session = presented(request, cookie).flatMap(refresh::refresh);
    if (session.isEmpty()) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookies.clear());
      throw new InvalidRefreshToken();
    }
    return tokens.deliver(session.get(), delivery);
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End the session of the refresh token, or else of the access token")
  void logout(
      @Valid @RequestBody(required = false) @Nullable TokenRequest request,
      @Parameter(hidden = true) @CookieValue(name = RefreshCookie.NAME, required = false)
          @Nullable String cookie,
      @Parameter(hidden = true) @AuthenticationPrincipal @Nullable Jwt accessToken,
      HttpServletResponse response) {
    presented(request, cookie).ifPresent(end::logout);
    if (accessToken != null) {
      end.logout(CurrentUser.from(accessToken).sessionId());
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.clear());
  }

  private static Optional<OpaqueToken> presented(
      @Nullable TokenRequest request, @Nullable String cookie) {
    return TokenRequest.token(request)
        .or(() -> Optional.ofNullable(cookie))
        .filter(token -> !token.isBlank())
        .map(OpaqueToken::new);
  }

  record TokenRequest(@Nullable @Size(max = 256) String refreshToken) {

    static Optional<String> token(@Nullable TokenRequest request) {
      return Optional.ofNullable(request).map(TokenRequest::refreshToken);
    }
  }
}
