package app.tdah.user.notification;

import app.tdah.user.profile.Contact;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Makes a message of a notification: plain text and HTML side by side (RFC 2046 section 5.1.4). */
@Component
class MailComposer {

  private static final String UTF_8 = "UTF-8";

  private final JavaMailSender sender;
  private final Wording wording;
  private final HtmlLayout layout;
  private final InternetAddress from;
  private final Clock clock;

  MailComposer(
      JavaMailSender sender,
      Wording wording,
      HtmlLayout layout,
      DeliveryProperties properties,
      Clock clock)
      throws MessagingException {
    this.sender = sender;
    this.wording = wording;
    this.layout = layout;
    this.from = new InternetAddress(properties.from(), true);
    this.clock = clock;
  }

  /** The contact may be missing while the profile is on its way; then there is a recipient. */
  MimeMessage compose(Notification notification, Optional<Contact> contact) {
    String to =
        Optional.ofNullable(notification.recipient())
            .or(() -> contact.map(Contact::email))
            .orElseThrow(() -> new MailParseException("nobody to write to"));
    try {
      return message(notification.id(), to, wording.mail(notification, contact));
    } catch (MessagingException e) {
      throw new MailParseException("cannot compose " + notification.id(), e);
    }
  }

  private MimeMessage message(UUID id, String to, Texts texts) throws MessagingException {
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(part(texts.plain(), "plain"));
    alternatives.addBodyPart(part(layout.render(texts), "html"));
    MimeMessage message = sender.createMimeMessage();
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, new InternetAddress(to));
    message.setSubject(texts.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Message-ID", "<" + id + "@" + domain() + ">");
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834
    message.setHeader("Content-Language", texts.locale().getLanguage());
    message.setContent(alternatives);
    return message;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  private String domain() {
    String address = from.getAddress();
    return address.substring(address.indexOf('@') + 1);
  }
}
