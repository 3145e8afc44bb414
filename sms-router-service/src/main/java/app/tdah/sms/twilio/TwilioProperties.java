package app.tdah.sms.twilio;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Twilio's account.
 *
 * @param apiUrl scheme, host and port of the REST API
 * @param numbers the pool to send from, E.164
 * @param webhookUrl scheme, host and port under which Twilio reaches this suite; part of every
 *     signature
 */
@ConfigurationProperties("assistant.twilio")
record TwilioProperties(
    URI apiUrl, String accountSid, String authToken, List<String> numbers, String webhookUrl) {

  static final String INBOUND_PATH = "/api/v1/sms/webhooks/twilio/inbound";
  static final String STATUS_PATH = "/api/v1/sms/webhooks/twilio/status";

  boolean configured() {
    return !accountSid.isBlank() && !authToken.isBlank();
  }

  /** The public URL of a path (with its query) of ours. */
  String publicUrl(String path) {
    String base =
        webhookUrl.endsWith("/") ? webhookUrl.substring(0, webhookUrl.length() - 1) : webhookUrl;
    return base + path;
  }

  @Override
  public String toString() {
    return "TwilioProperties[accountSid=" + accountSid + "]";
  }
}
