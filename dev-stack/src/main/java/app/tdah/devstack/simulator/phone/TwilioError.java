package app.tdah.devstack.simulator.phone;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.http.HttpFailure;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Response;
import org.jspecify.annotations.Nullable;

/** An error in Twilio's own format. */
final class TwilioError extends HttpFailure {
  private final int status;
  private final int code;
  private final @Nullable Integer retryAfter;

  private TwilioError(int status, int code, String message, @Nullable Integer retryAfter) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  static TwilioError badRequest(int code, String message) {
    return new TwilioError(400, code, message, null);
  }

  static TwilioError unauthorized() {
    return new TwilioError(401, 20003, "Authenticate", null);
  }

  static TwilioError notFound(String path) {
    return new TwilioError(404, 20404, "The requested resource " + path + " was not found", null);
  }

  static TwilioError of(int status, Fault fault) {
    String message =
        switch (status) {
          case 401 -> "Authenticate";
          case 429 -> "Too Many Requests";
          case 503 -> "Service is temporarily unavailable";
          default -> status < 500 ? "Bad request" : "An internal server error has occurred";
        };
    int code = status == 401 ? 20003 : 20000 + status;
    return new TwilioError(status, code, message, fault.retryAfter());
  }

  @Override
  public Response response() {
    Response response =
        Response.json(
            status,
            Json.object()
                .put("code", code)
                .put("message", getMessage())
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status));
    return retryAfter == null ? response : response.with("Retry-After", retryAfter.toString());
  }
}
