package app.tdah.devstack.simulator.phone;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.fault.Vendor;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Parameters;
import app.tdah.devstack.simulator.http.Request;
import app.tdah.devstack.simulator.http.Response;
import app.tdah.devstack.simulator.http.Router;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Twilio's Messages resource, API version 2010-04-01. */
final class TwilioApi {
  static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final int LONGEST_BODY = 1_600;
  private static final int PAGE_SIZE = 50;
  private static final String ACCOUNT = "/2010-04-01/Accounts/{account}";

  private final String accountSid;
  private final byte[] authorization;
  private final List<String> numbers;
  private final PhoneMessages messages;
  private final StatusCallbacks callbacks;
  private final Faults faults;

  TwilioApi(
      String accountSid,
      String authToken,
      List<String> numbers,
      PhoneMessages messages,
      StatusCallbacks callbacks,
      Faults faults) {
    this.accountSid = accountSid;
    byte[] credentials = (accountSid + ":" + authToken).getBytes(StandardCharsets.UTF_8);
    this.authorization =
        ("Basic " + Base64.getEncoder().encodeToString(credentials))
            .getBytes(StandardCharsets.UTF_8);
    this.numbers = numbers;
    this.messages = messages;
    this.callbacks = callbacks;
    this.faults = faults;
  }

  void register(Router router) {
    router
        .post(ACCOUNT + "/Messages.json", this::create)
        .get(ACCOUNT + "/Messages.json", this::list)
        .get(ACCOUNT + "/Messages/{message}", this::fetch);
  }

  private Response create(Request request) {
    admit(request);
    Parameters form = request.form();
    String to = require(form, "To", 21604, "A 'To' phone number is required.");
    if (!E164.matcher(to).matches()) {
      throw TwilioError.badRequest(21211, "Invalid 'To' Phone Number: " + masked(to));
    }
    String from = require(form, "From", 21603, "A 'From' phone number is required.");
    if (!numbers.contains(from)) {
      throw TwilioError.badRequest(
          21606,
          "The 'From' phone number "
              + from
              + " is not a valid, SMS-capable inbound phone number or short code for your"
              + " account.");
    }
    if (to.equals(from)) {
      throw TwilioError.badRequest(21266, "'To' and 'From' number cannot be the same: " + to);
    }
    String body = require(form, "Body", 21602, "Message body is required.");
    if (body.length() > LONGEST_BODY) {
      throw TwilioError.badRequest(
          21617, "The concatenated message body exceeds the 1600 character limit.");
    }
    PhoneMessage message =
        messages.add(from, to, body, PhoneMessage.OUTBOUND_API, "queued", callback(form));
    callbacks.begin(message);
    return Response.json(201, new TwilioMessage(accountSid, message).json());
  }

  /** Newest first, one page; filters {@code To} and {@code From}. */
  private Response list(Request request) {
    admit(request);
    Optional<String> to = request.query().get("To");
    Optional<String> from = request.query().get("From");
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray("messages");
    messages.all().stream()
        .filter(message -> to.isEmpty() || message.to().equals(to.get()))
        .filter(message -> from.isEmpty() || message.from().equals(from.get()))
        .limit(PAGE_SIZE)
        .forEach(message -> items.add(new TwilioMessage(accountSid, message).json()));
    String uri = request.path() + "?PageSize=" + PAGE_SIZE + "&Page=0";
    page.put("page", 0).put("page_size", PAGE_SIZE).put("start", 0).put("end", items.size());
    page.put("uri", uri).put("first_page_uri", uri);
    return Response.json(200, page.putNull("next_page_uri").putNull("previous_page_uri"));
  }

  private Response fetch(Request request) {
    admit(request);
    String resource = request.variable("message");
    return messages
        .find(resource.endsWith(".json") ? resource.substring(0, resource.length() - 5) : "")
        .map(message -> Response.json(200, new TwilioMessage(accountSid, message).json()))
        .orElseThrow(() -> TwilioError.notFound(request.path()));
  }

  private void admit(Request request) {
    byte[] given = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, authorization)) {
      throw TwilioError.unauthorized();
    }
    if (!request.variable("account").equals(accountSid)) {
      throw TwilioError.notFound(request.path());
    }
    Fault fault = faults.takeForCall(Vendor.TWILIO);
    if (fault.status() != null) {
      throw TwilioError.of(fault.status(), fault);
    }
  }

  private static String require(Parameters form, String name, int code, String message) {
    return form.get(name).orElseThrow(() -> TwilioError.badRequest(code, message));
  }

  private static @Nullable String callback(Parameters form) {
    String url = form.get("StatusCallback").orElse(null);
    if (url != null && !Webhooks.canPostTo(url)) {
      throw TwilioError.badRequest(
          21609, "The 'StatusCallback' URL " + url + " is not a valid URL.");
    }
    return url;
  }

  private static String masked(String number) {
    return number.length() <= 4 ? number : number.substring(0, number.length() - 4) + "XXXX";
  }
}
