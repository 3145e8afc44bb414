package app.tdah.auth.session;

/**
 * A new access token of the same session.
 *
 * @param expiresIn seconds
 */
public record RenewedToken(
    TokenResponse.Status status, String accessToken, String tokenType, long expiresIn) {}
