package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.http.HttpFailure;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Response;
import org.jspecify.annotations.Nullable;

/** An error of the token, revocation or userinfo endpoint (RFC 6749, section 5.2). */
final class OAuthError extends HttpFailure {
  private final int status;
  private final String error;
  private final @Nullable Integer retryAfter;

  OAuthError(int status, String error, String description) {
    this(status, error, description, null);
  }

  private OAuthError(int status, String error, String description, @Nullable Integer retryAfter) {
    super(description);
    this.status = status;
    this.error = error;
    this.retryAfter = retryAfter;
  }

  static OAuthError invalidGrant(String description) {
    return new OAuthError(400, "invalid_grant", description);
  }

  static OAuthError missing(String parameter) {
    return new OAuthError(400, "invalid_request", "Missing required parameter: " + parameter);
  }

  static OAuthError of(int status, Fault fault) {
    return switch (status) {
      case 400 -> invalidGrant("Token has been expired or revoked.");
      case 401 -> new OAuthError(401, "invalid_request", "Invalid Credentials");
      case 429 ->
          new OAuthError(429, "rate_limit_exceeded", "Rate Limit Exceeded", fault.retryAfter());
      default -> new OAuthError(status, "internal_failure", "Internal error", fault.retryAfter());
    };
  }

  @Override
  public Response response() {
    Response response =
        Response.json(
            status, Json.object().put("error", error).put("error_description", getMessage()));
    return retryAfter == null ? response : response.with("Retry-After", retryAfter.toString());
  }
}
