package app.tdah.devstack.simulator.phone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A text message on the network, in Twilio's words for direction and status. */
record PhoneMessage(
    String sid,
    String from,
    String to,
    String body,
    String direction,
    String status,
    Instant at,
    Instant updatedAt,
    @Nullable Instant sentAt,
    @Nullable Integer errorCode,
    @Nullable String statusCallback) {

  static final String INBOUND = "inbound";
  static final String OUTBOUND_API = "outbound-api";
  static final String OUTBOUND_REPLY = "outbound-reply";

  /** What the phone's API shows. */
  record Item(
      String sid,
      String from,
      String to,
      String body,
      String direction,
      String status,
      Instant at) {}

  PhoneMessage moved(String next, Instant now, @Nullable Integer error) {
    Instant sent = next.equals("sent") ? now : sentAt;
    return new PhoneMessage(
        sid, from, to, body, direction, next, at, now, sent, error, statusCallback);
  }

  boolean involves(String number) {
    return from.equals(number) || to.equals(number);
  }

  Item item() {
    return new Item(sid, from, to, body, direction, status, at);
  }
}
