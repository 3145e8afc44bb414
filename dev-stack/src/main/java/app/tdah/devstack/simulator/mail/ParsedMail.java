package app.tdah.devstack.simulator.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** The readable parts of a MIME message: the first plain text and the first HTML in it. */
record ParsedMail(String subject, String text, String html) {

  static ParsedMail parse(byte[] message) throws MessagingException, IOException {
    MimeMessage mime =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    String subject = mime.getSubject();
    return new ParsedMail(
        subject == null ? "" : subject, first(mime, "text/plain"), first(mime, "text/html"));
  }

  private static String first(Part part, String type) throws MessagingException, IOException {
    if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return "";
    }
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = first(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
