package app.tdah.devstack.simulator.openai;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.http.HttpFailure;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An error in OpenAI's format. */
final class OpenAiError extends HttpFailure {
  private final int status;
  private final String type;
  private final @Nullable String param;
  private final @Nullable String code;
  private final @Nullable Integer retryAfter;

  private OpenAiError(
      int status,
      String type,
      String message,
      @Nullable String param,
      @Nullable String code,
      @Nullable Integer retryAfter) {
    super(message);
    this.status = status;
    this.type = type;
    this.param = param;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  static OpenAiError unauthorized() {
    return new OpenAiError(
        401,
        "invalid_request_error",
        "You didn't provide an API key. You need to provide your API key in an Authorization header"
            + " using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
        null,
        "invalid_api_key",
        null);
  }

  static OpenAiError invalid(@Nullable String param, String message) {
    return new OpenAiError(400, "invalid_request_error", message, param, null, null);
  }

  static OpenAiError unknownModel(String model) {
    return new OpenAiError(
        404,
        "invalid_request_error",
        "The model '" + model + "' does not exist",
        "model",
        "model_not_found",
        null);
  }

  static OpenAiError of(int status, Fault fault) {
    return switch (status) {
      case 401 ->
          new OpenAiError(
              401,
              "invalid_request_error",
              "Incorrect API key provided.",
              null,
              "invalid_api_key",
              null);
      case 429 ->
          new OpenAiError(
              429,
              "requests",
              "Rate limit reached for requests",
              null,
              "rate_limit_exceeded",
              fault.retryAfter());
      default ->
          new OpenAiError(
              status,
              status < 500 ? "invalid_request_error" : "server_error",
              "The server had an error while processing your request. Sorry about that!",
              null,
              null,
              fault.retryAfter());
    };
  }

  @Override
  public Response response() {
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("message", getMessage())
        .put("type", type)
        .put("param", param)
        .put("code", code);
    Response response = Response.json(status, body);
    return retryAfter == null ? response : response.with("Retry-After", retryAfter.toString());
  }
}
