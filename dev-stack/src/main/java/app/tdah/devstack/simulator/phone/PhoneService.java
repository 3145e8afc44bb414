package app.tdah.devstack.simulator.phone;

import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Problem;
import app.tdah.devstack.simulator.http.Request;
import app.tdah.devstack.simulator.http.Response;
import app.tdah.devstack.simulator.http.Router;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The handsets' side ({@code /api/phone}) and Twilio's side of the same messages. */
public final class PhoneService implements AutoCloseable {
  private static final int LONGEST_BODY = 1_600;

  /** The account that the suite sends from, and where its inbound messages go. */
  public record Account(String sid, String authToken, List<String> numbers, URI inboundWebhook) {}

  private final List<String> numbers;
  private final PhoneMessages messages;
  private final Webhooks webhooks;
  private final StatusCallbacks callbacks;
  private final Delivery delivery;
  private final TwilioApi twilio;

  public PhoneService(Account account, @Nullable Path directory, Clock clock, Faults faults) {
    this.numbers = account.numbers();
    this.messages = new PhoneMessages(directory, clock);
    this.webhooks = new Webhooks(account.authToken());
    this.callbacks = new StatusCallbacks(account.sid(), messages, webhooks, faults);
    this.delivery =
        new Delivery(account.sid(), account.inboundWebhook(), messages, webhooks, faults);
    this.twilio =
        new TwilioApi(account.sid(), account.authToken(), numbers, messages, callbacks, faults);
  }

  /** Sends inbound messages to another address from now on. */
  public void deliverTo(URI webhook) {
    delivery.deliverTo(webhook);
  }

  public void register(Router router) {
    router
        .get("/api/phone/numbers", _ -> numbers())
        .get("/api/phone/messages", this::list)
        .post("/api/phone/messages", this::send);
    twilio.register(router);
  }

  private Response numbers() {
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    numbers.forEach(number -> items.addObject().put("number", number));
    return Response.json(200, body);
  }

  private Response list(Request request) {
    // No number has a space in it: there stood a plus that the caller did not encode.
    String number = request.query().get("number", "").replace(' ', '+');
    List<PhoneMessage.Item> items =
        messages.all().stream()
            .filter(message -> number.isEmpty() || message.involves(number))
            .map(PhoneMessage::item)
            .toList();
    return Response.json(200, Json.object().set("items", Json.MAPPER.valueToTree(items)));
  }

  private Response send(Request request) {
    ObjectNode body = request.json();
    String from = text(body, "from");
    String to = text(body, "to");
    String text = text(body, "body");
    if (!TwilioApi.E164.matcher(from).matches()) {
      throw Problem.invalid("from", "Must be a phone number such as +15555550123.");
    }
    if (!numbers.contains(to)) {
      throw Problem.invalid("to", "Must be one of the suite's numbers.");
    }
    if (text.length() > LONGEST_BODY) {
      throw Problem.invalid("body", "Must have at most 1600 characters.");
    }
    return Response.json(201, delivery.deliver(from, to, text).item());
  }

  private static String text(ObjectNode body, String field) {
    if (!body.path(field).isString() || body.path(field).stringValue().isBlank()) {
      throw Problem.invalid(field, "Must be a text that is not blank.");
    }
    return body.path(field).stringValue();
  }

  @Override
  public void close() {
    callbacks.close();
    webhooks.close();
    messages.close();
  }
}
