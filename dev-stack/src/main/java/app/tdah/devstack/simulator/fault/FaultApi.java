package app.tdah.devstack.simulator.fault;

import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Problem;
import app.tdah.devstack.simulator.http.Request;
import app.tdah.devstack.simulator.http.Response;
import app.tdah.devstack.simulator.http.Router;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/faults}: shows, switches on and switches off. */
public final class FaultApi {
  private record Range(int from, int to) {}

  private static final String REORDER = "reorder";
  private static final Map<String, Range> NUMBERS =
      Map.of(
          "status", new Range(400, 599),
          "retryAfter", new Range(0, 86_400),
          "times", new Range(1, 1_000_000),
          "delayMs", new Range(0, 60_000),
          "duplicates", new Range(0, 10),
          "cutAfterChunks", new Range(0, 1_000),
          "deliveryErrorCode", new Range(10_000, 99_999));

  private final Faults faults;

  public FaultApi(Faults faults) {
    this.faults = faults;
  }

  public void register(Router router) {
    router
        .get("/api/faults", _ -> all())
        .get("/api/faults/{vendor}", request -> Response.json(200, faults.current(vendor(request))))
        .put("/api/faults/{vendor}", this::put)
        .delete("/api/faults/{vendor}", this::delete);
  }

  private Response all() {
    ObjectNode body = Json.object();
    for (Vendor vendor : Vendor.values()) {
      body.set(vendor.label(), Json.MAPPER.valueToTree(faults.current(vendor)));
    }
    return Response.json(200, body);
  }

  private Response put(Request request) {
    Vendor vendor = vendor(request);
    Fault fault = parse(vendor, request.json());
    faults.set(vendor, fault);
    return Response.json(200, fault);
  }

  private Response delete(Request request) {
    faults.clear(vendor(request));
    return Response.empty(204);
  }

  private static Vendor vendor(Request request) {
    return Vendor.named(request.variable("vendor"));
  }

  private static Fault parse(Vendor vendor, ObjectNode body) {
    boolean effective = false;
    for (Map.Entry<String, JsonNode> property : body.properties()) {
      String name = property.getKey();
      if (!name.equals("times") && !vendor.knows(name)) {
        throw Problem.invalid(name, "This is not a fault of " + vendor.label() + ".");
      }
      check(name, property.getValue());
      effective |= !name.equals("times") && !name.equals("retryAfter");
    }
    if (!effective) {
      throw Problem.invalid("status", "A fault says what goes wrong, such as a status.");
    }
    return Json.MAPPER.treeToValue(body, Fault.class);
  }

  private static void check(String name, JsonNode value) {
    if (name.equals(REORDER)) {
      if (!value.isBoolean()) {
        throw Problem.invalid(name, "Must be true or false.");
      }
      return;
    }
    Range range = NUMBERS.get(name);
    if (range != null
        && !(value.canConvertToInt()
            && value.isIntegralNumber()
            && value.intValue() >= range.from()
            && value.intValue() <= range.to())) {
      throw Problem.invalid(
          name, "Must be a whole number from " + range.from() + " to " + range.to() + ".");
    }
  }
}
