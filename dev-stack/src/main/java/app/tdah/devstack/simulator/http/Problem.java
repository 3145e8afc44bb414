package app.tdah.devstack.simulator.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A failure of the simulator's own API, as RFC 9457 problem+json. */
public final class Problem extends HttpFailure {
  private final int status;
  private final String title;
  private final String code;
  private final @Nullable String field;

  private Problem(int status, String title, String code, String detail, @Nullable String field) {
    super(detail);
    this.status = status;
    this.title = title;
    this.code = code;
    this.field = field;
  }

  /** 400: {@code field} of the request is missing or wrong. */
  public static Problem invalid(String field, String detail) {
    return new Problem(400, "Bad Request", "validation-failed", detail, field);
  }

  public static Problem malformed(String detail) {
    return new Problem(400, "Bad Request", "malformed", detail, null);
  }

  public static Problem notFound(String detail) {
    return new Problem(404, "Not Found", "not-found", detail, null);
  }

  static Problem methodNotAllowed(String method) {
    return new Problem(
        405, "Method Not Allowed", "method-not-allowed", method + " is not possible here.", null);
  }

  static Problem tooLarge() {
    return new Problem(
        413, "Content Too Large", "too-large", "The body is larger than 10 MB.", null);
  }

  static Problem unexpected() {
    return new Problem(
        500,
        "Internal Server Error",
        "unexpected",
        "The simulator failed; its log says why.",
        null);
  }

  @Override
  public Response response() {
    ObjectNode body =
        Json.object()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", getMessage())
            .put("code", code);
    if (field != null) {
      body.putArray("errors").addObject().put("field", field).put("message", getMessage());
    }
    return Response.json(status, body).with("Content-Type", "application/problem+json");
  }
}
