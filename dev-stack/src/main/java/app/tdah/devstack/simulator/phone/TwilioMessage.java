package app.tdah.devstack.simulator.phone;

import app.tdah.devstack.simulator.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A message as Twilio's REST API shows it. */
record TwilioMessage(String accountSid, PhoneMessage message) {
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final double PRICE = 0.0083;

  ObjectNode json() {
    String uri = "/2010-04-01/Accounts/" + accountSid + "/Messages/" + message.sid();
    int segments = Segments.of(message.body());
    Integer error = message.errorCode();
    boolean priced = message.sentAt() != null;
    ObjectNode json =
        Json.object()
            .put("account_sid", accountSid)
            .put("api_version", "2010-04-01")
            .put("body", message.body())
            .put("date_created", RFC_2822.format(message.at()))
            .put("date_sent", format(message.sentAt()))
            .put("date_updated", RFC_2822.format(message.updatedAt()))
            .put("direction", message.direction())
            .put("error_code", error)
            .put("error_message", error == null ? null : "Simulated delivery error " + error)
            .put("from", message.from())
            .putNull("messaging_service_sid")
            .put("num_media", "0")
            .put("num_segments", String.valueOf(segments))
            .put("price", priced ? String.format(Locale.ROOT, "-%.5f", PRICE * segments) : null)
            .put("price_unit", "USD")
            .put("sid", message.sid())
            .put("status", message.status())
            .put("to", message.to())
            .put("uri", uri + ".json");
    json.putObject("subresource_uris").put("media", uri + "/Media.json");
    return json;
  }

  private static @Nullable String format(@Nullable Instant instant) {
    return instant == null ? null : RFC_2822.format(instant);
  }
}
