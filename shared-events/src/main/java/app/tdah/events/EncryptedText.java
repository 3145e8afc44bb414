package app.tdah.events;

/**
 * A secret inside an event (an e-mail address, a phone number, a message body): base64 of
 * AES-256-GCM ciphertext. Only a service that holds the suite's keyset can read it.
 *
 * @param ciphertext base64, never blank
 */
public record EncryptedText(String ciphertext) {

  @Override
  public String toString() {
    return "EncryptedText[…]";
  }
}
