package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.http.HttpFailure;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Problem;
import app.tdah.devstack.simulator.http.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An error of the Calendar API in Google's JSON format. */
final class GoogleError extends HttpFailure {
  private final int status;
  private final String domain;
  private final String reason;
  private final @Nullable String location;
  private final @Nullable Integer retryAfter;

  private GoogleError(
      int status,
      String domain,
      String reason,
      String message,
      @Nullable String location,
      @Nullable Integer retryAfter) {
    super(message);
    this.status = status;
    this.domain = domain;
    this.reason = reason;
    this.location = location;
    this.retryAfter = retryAfter;
  }

  static GoogleError invalidCredentials() {
    return new GoogleError(
        401, "global", "authError", "Invalid Credentials", "Authorization", null);
  }

  static GoogleError insufficientScopes() {
    return new GoogleError(
        403,
        "global",
        "insufficientPermissions",
        "Request had insufficient authentication scopes.",
        null,
        null);
  }

  static GoogleError notFound() {
    return new GoogleError(404, "global", "notFound", "Not Found", null, null);
  }

  static GoogleError bad(String parameter, String message) {
    return new GoogleError(400, "global", "invalid", message, parameter, null);
  }

  static GoogleError required(String field) {
    return new GoogleError(400, "global", "required", "Missing " + field + " time.", field, null);
  }

  static GoogleError duplicate() {
    return new GoogleError(
        409, "global", "duplicate", "The requested identifier already exists.", null, null);
  }

  static GoogleError deleted() {
    return new GoogleError(410, "global", "deleted", "Resource has been deleted", null, null);
  }

  static GoogleError changedMeanwhile() {
    return new GoogleError(
        412, "global", "conditionNotMet", "Precondition Failed", "If-Match", null);
  }

  static GoogleError fullSyncRequired() {
    return new GoogleError(
        410,
        "calendar",
        "fullSyncRequired",
        "Sync token is no longer valid, a full sync is required.",
        "syncToken",
        null);
  }

  static GoogleError of(int status, Fault fault) {
    return switch (status) {
      case 401 -> invalidCredentials();
      case 404 -> notFound();
      case 410 -> fullSyncRequired();
      case 403, 429 ->
          new GoogleError(
              status,
              "usageLimits",
              "rateLimitExceeded",
              "Rate Limit Exceeded",
              null,
              fault.retryAfter());
      default ->
          new GoogleError(
              status, "global", "backendError", "Backend Error", null, fault.retryAfter());
    };
  }

  /** The same mistake, made at the simulator's own API. */
  Problem asProblem() {
    String message = String.valueOf(getMessage());
    return status == 404 || status == 410
        ? Problem.notFound(message)
        : Problem.invalid(location == null ? reason : location, message);
  }

  @Override
  public Response response() {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error").put("code", status).put("message", getMessage());
    ObjectNode detail =
        error
            .putArray("errors")
            .addObject()
            .put("message", getMessage())
            .put("domain", domain)
            .put("reason", reason);
    if (location != null) {
      boolean header = location.equals("Authorization") || location.equals("If-Match");
      detail.put("location", location).put("locationType", header ? "header" : "parameter");
    }
    if (status == 401) {
      error.put("status", "UNAUTHENTICATED");
    } else if (reason.equals("insufficientPermissions")) {
      error.put("status", "PERMISSION_DENIED");
    }
    Response response = Response.json(status, body);
    return retryAfter == null ? response : response.with("Retry-After", retryAfter.toString());
  }
}
