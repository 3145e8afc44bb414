package app.tdah.devstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MailTests {
  @TempDir Path directory;
  private Simulator simulator;
  private Http http;

  @BeforeEach
  void start() {
    simulator = Simulator.start(SimulatorSettings.inMemory().withDirectory(directory));
    http = new Http(simulator.baseUri());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void showsWhatCameBySmtp() throws MessagingException {
    send(
        mail("ana+a@example.com", "Confirm: ¿sí? ✓", "Plain ñ\n.\n..dots", "<p>Hola <b>ñ</b></p>"));

    JsonNode items = http.get("/api/mails?to=ana%2Ba@example.com").json().path("items");
    assertThat(items).hasSize(1);
    JsonNode mail = items.get(0);
    assertThat(mail.propertyNames()).containsExactly("id", "to", "subject", "text", "html", "at");
    assertThat(mail.path("to").asString()).isEqualTo("ana+a@example.com");
    assertThat(mail.path("subject").asString()).isEqualTo("Confirm: ¿sí? ✓");
    assertThat(mail.path("text").asString().replace("\r", "")).isEqualTo("Plain ñ\n.\n..dots");
    assertThat(mail.path("html").asString()).isEqualTo("<p>Hola <b>ñ</b></p>");
    assertThat(http.get("/api/mails?to=ana+a@example.com").json().path("items")).hasSize(1);
    assertThat(http.get("/api/mails?to=bo@example.com").json().path("items")).isEmpty();
  }

  @Test
  void listsNewestFirstAndClears() throws MessagingException {
    send(mail("ana@example.com", "first", "1", null));
    send(mail("ana@example.com", "second", "2", null));

    JsonNode items = http.get("/api/mails").json().path("items");
    assertThat(items.get(0).path("subject").asString()).isEqualTo("second");
    assertThat(items.get(0).path("html").asString()).isEmpty();
    assertThat(http.delete("/api/mails").status()).isEqualTo(204);
    assertThat(http.get("/api/mails").json().path("items")).isEmpty();
  }

  @Test
  void repliesWithTheStatusOfAFault() throws MessagingException {
    http.json("PUT", "/api/faults/smtp", "{\"status\":451,\"times\":1}");
    MimeMessage mail = mail("ana@example.com", "again", "1", null);

    assertThatThrownBy(() -> send(mail)).hasMessageContaining("451");
    send(mail);
    assertThat(http.get("/api/mails").json().path("items")).hasSize(1);
  }

  @Test
  void keepsMailsOverARestart() throws MessagingException {
    send(mail("ana@example.com", "kept", "1", null));
    simulator.close();
    start();
    assertThat(http.get("/api/mails").json().path("items").get(0).path("subject").asString())
        .isEqualTo("kept");
  }

  private MimeMessage mail(String to, String subject, String text, String html)
      throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(simulator.smtpPort()));
    properties.put("mail.smtp.auth", "true");
    MimeMessage mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom("assistant@example.com");
    mail.setRecipient(RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject, "UTF-8");
    if (html == null) {
      mail.setText(text, "UTF-8");
    } else {
      MimeBodyPart plain = new MimeBodyPart();
      plain.setText(text, "UTF-8");
      MimeBodyPart rich = new MimeBodyPart();
      rich.setContent(html, "text/html; charset=UTF-8");
      mail.setContent(new MimeMultipart("alternative", plain, rich));
    }
    mail.saveChanges();
    return mail;
  }

  private static void send(MimeMessage mail) throws MessagingException {
    Transport.send(mail, "user", "secret");
  }
}
