package app.tdah.devstack.simulator.phone;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.fault.Vendor;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings a text from a handset to the suite. */
final class Delivery {
  private static final Logger LOG = System.getLogger(Delivery.class.getName());

  private final String accountSid;
  private final PhoneMessages messages;
  private final Webhooks webhooks;
  private final Faults faults;
  private volatile URI webhook;

  Delivery(
      String accountSid, URI webhook, PhoneMessages messages, Webhooks webhooks, Faults faults) {
    this.accountSid = accountSid;
    this.webhook = webhook;
    this.messages = messages;
    this.webhooks = webhooks;
    this.faults = faults;
  }

  void deliverTo(URI url) {
    this.webhook = url;
  }

  /** The message afterwards: {@code received}, or {@code failed} if the suite did not take it. */
  PhoneMessage deliver(String from, String to, String body) {
    PhoneMessage message = messages.add(from, to, body, PhoneMessage.INBOUND, "receiving", null);
    Fault fault = faults.take(Vendor.TWILIO, Fault::concernsInbound);
    boolean accepted = false;
    for (int i = 0; i < fault.deliveries(); i++) {
      fault.pause();
      accepted |= post(message);
    }
    return messages.move(message, accepted ? "received" : "failed", accepted ? null : 11200);
  }

  private boolean post(PhoneMessage message) {
    try {
      HttpResponse<String> response = webhooks.post(webhook, parameters(message));
      if (response.statusCode() / 100 != 2) {
        LOG.log(
            Level.WARNING,
            "The suite answered {0} to message {1}",
            response.statusCode(),
            message.sid());
        return false;
      }
      for (String reply : Twiml.replies(response)) {
        messages.add(
            message.to(), message.from(), reply, PhoneMessage.OUTBOUND_REPLY, "delivered", null);
      }
      return true;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Message {0} did not reach the suite: {1}", message.sid(), e);
      return false;
    }
  }

  private Map<String, String> parameters(PhoneMessage message) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("ToCountry", "US");
    parameters.put("ToState", "");
    parameters.put("SmsMessageSid", message.sid());
    parameters.put("NumMedia", "0");
    parameters.put("ToCity", "");
    parameters.put("FromZip", "");
    parameters.put("SmsSid", message.sid());
    parameters.put("FromState", "");
    parameters.put("SmsStatus", "received");
    parameters.put("FromCity", "");
    parameters.put("Body", message.body());
    parameters.put("FromCountry", "US");
    parameters.put("To", message.to());
    parameters.put("ToZip", "");
    parameters.put("NumSegments", String.valueOf(Segments.of(message.body())));
    parameters.put("MessageSid", message.sid());
    parameters.put("AccountSid", accountSid);
    parameters.put("From", message.from());
    parameters.put("ApiVersion", "2010-04-01");
    return parameters;
  }
}
