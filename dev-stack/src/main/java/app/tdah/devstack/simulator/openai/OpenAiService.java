package app.tdah.devstack.simulator.openai;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.fault.Vendor;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Problem;
import app.tdah.devstack.simulator.http.Request;
import app.tdah.devstack.simulator.http.Response;
import app.tdah.devstack.simulator.http.Router;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/chat/completions} and {@code /v1/models}, also below {@code /openai}. */
public final class OpenAiService {
  private static final String MODEL = "simulator-1";

  private final Clock clock;
  private final Faults faults;

  public OpenAiService(Clock clock, Faults faults) {
    this.clock = clock;
    this.faults = faults;
  }

  public void register(Router router) {
    for (String base : List.of("/v1", "/openai/v1")) {
      router
          .post(base + "/chat/completions", this::complete)
          .get(base + "/models", this::models)
          .get(base + "/models/{model}", this::model);
    }
  }

  private Response complete(Request request) {
    Fault fault = admit(request);
    ObjectNode body = body(request);
    JsonNode model = body.path("model");
    if (!model.isString() || model.stringValue().isBlank()) {
      throw OpenAiError.invalid(null, "you must provide a model parameter");
    }
    Conversation conversation = Conversation.of(body);
    Completion completion =
        new Completion(
            "chatcmpl-" + UUID.randomUUID().toString().replace("-", ""),
            clock.instant().getEpochSecond(),
            model.stringValue(),
            Model.answer(conversation),
            conversation.tokens());
    if (body.path("stream").asBoolean(false)) {
      boolean withUsage = body.path("stream_options").path("include_usage").asBoolean(false);
      return Response.stream(
          "text/event-stream; charset=utf-8",
          out -> CompletionStream.write(completion, withUsage, fault, out));
    }
    fault.pause();
    return Response.json(200, completion.json());
  }

  private Response models(Request request) {
    admit(request).pause();
    ObjectNode body = Json.object().put("object", "list");
    body.putArray("data").add(description());
    return Response.json(200, body);
  }

  private Response model(Request request) {
    admit(request).pause();
    String model = request.variable("model");
    if (!model.equals(MODEL)) {
      throw OpenAiError.unknownModel(model);
    }
    return Response.json(200, description());
  }

  private static ObjectNode description() {
    return Json.object()
        .put("id", MODEL)
        .put("object", "model")
        .put("created", 1_735_689_600)
        .put("owned_by", "simulator");
  }

  private Fault admit(Request request) {
    if (request.bearer().isEmpty()) {
      throw OpenAiError.unauthorized();
    }
    Fault fault = faults.take(Vendor.OPENAI, Fault::concernsCalls);
    if (fault.status() != null) {
      fault.pause();
      throw OpenAiError.of(fault.status(), fault);
    }
    return fault;
  }

  private static ObjectNode body(Request request) {
    try {
      return request.json();
    } catch (Problem e) {
      throw OpenAiError.invalid(null, "We could not parse the JSON body of your request.");
    }
  }
}
