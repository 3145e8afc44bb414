package app.tdah.sms.outbound;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.events.EncryptedText;
import org.springframework.stereotype.Component;

@Component
class SmsRequestedHandler implements EventHandler<SmsRequested> {

  private final SendMessage sendMessage;
  private final FieldCipher cipher;

  SmsRequestedHandler(SendMessage sendMessage, FieldCipher cipher) {
    this.sendMessage = sendMessage;
    this.cipher = cipher;
  }

  @Override
  public Class<SmsRequested> eventType() {
    return SmsRequested.class;
  }

  @Override
  public void handle(SmsRequested event, EventMetadata metadata) {
    EncryptedText to = event.to();
    sendMessage.queue(
        new SendMessage.Request(
            event.requestId(),
            event.userId(),
            Purpose.valueOf(event.purpose()),
            to == null ? null : cipher.open(to),
            null,
            cipher.open(event.body())));
  }
}
