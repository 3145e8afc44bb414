package app.tdah.auth.session;

import app.tdah.auth.device.DeviceCookie;
import app.tdah.auth.token.OpaqueToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands the tokens of a session out: to browsers in cookies, to native clients in the body. */
@Component
public class TokenDelivery {

  private final RefreshCookie refreshCookie;
  private final DeviceCookie deviceCookie;

  TokenDelivery(RefreshCookie refreshCookie, DeviceCookie deviceCookie) {
    this.refreshCookie = refreshCookie;
    this.deviceCookie = deviceCookie;
  }

  /** Of a refresh. */
  ResponseEntity<TokenResponse> deliver(SignedIn session, RefreshTokenDelivery delivery) {
    return deliver(session, delivery, null);
  }

  /**
   * Of a sign-in.
   *
   * @param device the name of the device, given or renewed; null when it has none
   */
  public ResponseEntity<TokenResponse> deliver(
      SignedIn session, RefreshTokenDelivery delivery, @Nullable OpaqueToken device) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (delivery == RefreshTokenDelivery.BODY) {
      return answer.body(TokenResponse.withTokens(session, device));
    }
    answer.header(HttpHeaders.SET_COOKIE, refreshCookie.set(session));
    if (device != null) {
      answer.header(HttpHeaders.SET_COOKIE, deviceCookie.set(device));
    }
    return answer.body(TokenResponse.withoutTokens(session));
  }
}
