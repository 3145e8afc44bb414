package app.tdah.auth.session;

/** Where a client wants its refresh token: browsers in a cookie, native clients in the body. */
public enum RefreshTokenDelivery {
  COOKIE,
  BODY
}
