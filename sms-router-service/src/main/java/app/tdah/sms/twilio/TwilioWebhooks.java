package app.tdah.sms.twilio;

import app.tdah.sms.inbound.ReceiveMessage;
import app.tdah.sms.inbound.ReceiveMessage.Sms;
import app.tdah.sms.outbound.Delivery;
import app.tdah.sms.outbound.DeliveryStatus;
import app.tdah.sms.outbound.Segments;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What Twilio calls. Answers say nothing: replies are sent through the API, in their own time. */
@RestController
@Hidden
class TwilioWebhooks {

  private static final Logger log = LoggerFactory.getLogger(TwilioWebhooks.class);
  private static final String NO_REPLY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

  private final TwilioSignature signature;
  private final ReceiveMessage receiveMessage;
  private final Delivery delivery;

  TwilioWebhooks(TwilioSignature signature, ReceiveMessage receiveMessage, Delivery delivery) {
    this.signature = signature;
    this.receiveMessage = receiveMessage;
    this.delivery = delivery;
  }

  @PostMapping(path = TwilioProperties.INBOUND_PATH, produces = MediaType.TEXT_XML_VALUE)
  String inbound(HttpServletRequest request) {
    Map<String, String> form = signature.verify(request);
    String body = form.getOrDefault("Body", "");
    receiveMessage.receive(
        new Sms(
            required(form, "MessageSid"),
            required(form, "From"),
            required(form, "To"),
            body,
            number(form.get("NumSegments"), Segments.of(body))));
    return NO_REPLY;
  }

  @PostMapping(TwilioProperties.STATUS_PATH)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void status(
      HttpServletRequest request,
      @RequestParam(name = TwilioSender.REQUEST_PARAMETER, required = false) @Nullable UUID id) {
    Map<String, String> form = signature.verify(request);
    String word = required(form, "MessageStatus");
    String sid = required(form, "MessageSid");
    String error = form.get("ErrorCode");
    DeliveryStatus.ofCarrier(word)
        .ifPresentOrElse(
            status -> delivery.told(id, sid, status, error == null ? null : number(error, 0)),
            () -> log.info("Message {} has the unknown status {}", sid, word));
  }

  private static String required(Map<String, String> form, String name) {
    String value = form.get(name);
    if (value == null || value.isBlank()) {
      throw new FieldMissing(name);
    }
    return value;
  }

  private static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : otherwise;
  }
}
