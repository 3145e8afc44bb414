package app.tdah.chat.assistant;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.CommunicationEvent.SmsReceived;
import org.springframework.stereotype.Component;

/** Takes what users say by text message. */
@Component
class SmsConversation implements EventHandler<SmsReceived> {

  private final AcceptMessage messages;
  private final FieldCipher cipher;

  SmsConversation(AcceptMessage messages, FieldCipher cipher) {
    this.messages = messages;
    this.cipher = cipher;
  }

  @Override
  public Class<SmsReceived> eventType() {
    return SmsReceived.class;
  }

  @Override
  public void handle(SmsReceived event, EventMetadata metadata) {
    String text = cipher.open(event.body());
    if (!text.isBlank()) {
      messages.acceptSms(event.userId(), text);
    }
  }
}
