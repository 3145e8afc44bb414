package app.tdah.devstack.simulator.phone;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.fault.Vendor;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Moves an outbound message from queued to its end and tells the status callback. */
final class StatusCallbacks implements AutoCloseable {
  private static final Logger LOG = System.getLogger(StatusCallbacks.class.getName());

  /** Between two states, so that they can be seen; the real network takes longer. */
  private static final long PACE_MILLIS = 100;

  private final String accountSid;
  private final PhoneMessages messages;
  private final Webhooks webhooks;
  private final Faults faults;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  StatusCallbacks(String accountSid, PhoneMessages messages, Webhooks webhooks, Faults faults) {
    this.accountSid = accountSid;
    this.messages = messages;
    this.webhooks = webhooks;
    this.faults = faults;
  }

  void begin(PhoneMessage message) {
    Fault fault = faults.take(Vendor.TWILIO, Fault::concernsCallbacks);
    executor.execute(() -> {
      try {
        travel(message, fault);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private void travel(PhoneMessage queued, Fault fault) throws InterruptedException {
    List<PhoneMessage> states = new ArrayList<>(List.of(queued));
    Integer error = fault.deliveryErrorCode();
    for (String status : List.of("sent", error == null ? "delivered" : "undelivered")) {
      if (!fault.reorders()) {
        tell(states.getLast(), fault);
      }
      Thread.sleep(PACE_MILLIS);
      states.add(
          messages.move(states.getLast(), status, status.equals("undelivered") ? error : null));
    }
    for (PhoneMessage state : fault.reorders() ? states.reversed() : List.of(states.getLast())) {
      tell(state, fault);
    }
  }

  private void tell(PhoneMessage message, Fault fault) {
    if (message.statusCallback() == null) {
      return;
    }
    URI callback = URI.create(message.statusCallback());
    for (int i = 0; i < fault.deliveries(); i++) {
      fault.pause();
      try {
        webhooks.post(callback, parameters(message));
      } catch (IOException e) {
        LOG.log(Level.WARNING, "Status of {0} did not arrive: {1}", message.sid(), e);
      }
    }
  }

  private Map<String, String> parameters(PhoneMessage message) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("SmsSid", message.sid());
    parameters.put("SmsStatus", message.status());
    parameters.put("MessageStatus", message.status());
    if (message.errorCode() != null) {
      parameters.put("ErrorCode", message.errorCode().toString());
    }
    parameters.put("To", message.to());
    parameters.put("MessageSid", message.sid());
    parameters.put("AccountSid", accountSid);
    parameters.put("From", message.from());
    parameters.put("ApiVersion", "2010-04-01");
    return parameters;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
