package app.tdah.devstack.simulator.mail;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.fault.Vendor;
import jakarta.mail.MessagingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One client's conversation: EHLO, AUTH (anything is accepted), MAIL, RCPT, DATA, QUIT. */
final class SmtpSession {
  private static final int LARGEST_MAIL = 10 * 1024 * 1024;
  private static final int LONGEST_LINE = 1024 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final Mailbox mailbox;
  private final Faults faults;
  private final List<String> recipients = new ArrayList<>();
  private boolean sender;

  SmtpSession(Socket client, Mailbox mailbox, Faults faults) throws IOException {
    this.in = new BufferedInputStream(client.getInputStream());
    this.out = client.getOutputStream();
    this.mailbox = mailbox;
    this.faults = faults;
  }

  void run() throws IOException {
    reply("220 simulator ESMTP");
    String line = readLine();
    while (line != null) {
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      if (verb.equals("QUIT")) {
        reply("221 2.0.0 Bye");
        return;
      }
      answer(verb, line);
      line = readLine();
    }
  }

  private void answer(String verb, String line) throws IOException {
    switch (verb) {
      case "EHLO" -> greet();
      case "HELO" -> reply("250 simulator");
      case "AUTH" -> authenticate(line);
      case "MAIL" -> mail();
      case "RCPT" -> recipient(line);
      case "DATA" -> data();
      case "RSET" -> {
        reset();
        reply("250 2.0.0 OK");
      }
      case "NOOP" -> reply("250 2.0.0 OK");
      case "VRFY" -> reply("252 2.5.2 Send it and see");
      default -> reply("502 5.5.1 Unknown command");
    }
  }

  private void greet() throws IOException {
    reset();
    reply("250-simulator");
    reply("250-PIPELINING");
    reply("250-SIZE " + LARGEST_MAIL);
    reply("250-8BITMIME");
    reply("250-SMTPUTF8");
    reply("250-ENHANCEDSTATUSCODES");
    reply("250 AUTH PLAIN LOGIN");
  }

  private void authenticate(String line) throws IOException {
    String[] words = line.split(" +");
    boolean login = words.length > 1 && words[1].equalsIgnoreCase("LOGIN");
    if (login) {
      if (words.length < 3) {
        reply("334 VXNlcm5hbWU6");
        readLine();
      }
      reply("334 UGFzc3dvcmQ6");
      readLine();
    } else if (words.length < 3) {
      reply("334 ");
      readLine();
    }
    reply("235 2.7.0 Accepted");
  }

  private void mail() throws IOException {
    Fault fault = faults.takeForCall(Vendor.SMTP);
    if (fault.status() != null) {
      reply(fault.status() + " " + (fault.status() / 100) + ".3.0 Simulated fault");
      return;
    }
    reset();
    sender = true;
    reply("250 2.1.0 OK");
  }

  private void recipient(String line) throws IOException {
    int start = line.indexOf('<');
    int end = line.lastIndexOf('>');
    if (!sender) {
      reply("503 5.5.1 MAIL comes first");
    } else if (start < 0 || end < start || line.indexOf('@', start) < 0) {
      reply("501 5.1.3 Not an address");
    } else {
      recipients.add(line.substring(start + 1, end));
      reply("250 2.1.5 OK");
    }
  }

  private void data() throws IOException {
    if (recipients.isEmpty()) {
      reply("503 5.5.1 RCPT comes first");
      return;
    }
    reply("354 End with a dot on a line of its own");
    byte[] message = readMessage();
    try {
      if (message == null) {
        reply("552 5.3.4 Too large");
      } else {
        mailbox.receive(recipients, ParsedMail.parse(message));
        reply("250 2.0.0 Received");
      }
    } catch (MessagingException e) {
      reply("554 5.6.0 Not a MIME message");
    }
    reset();
  }

  private byte @Nullable [] readMessage() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    boolean tooLarge = false;
    String line = readLine();
    while (!".".equals(line)) {
      if (line == null) {
        throw new EOFException("The client left in the middle of a mail");
      }
      tooLarge |= message.size() + line.length() > LARGEST_MAIL;
      if (!tooLarge) {
        String content = line.startsWith(".") ? line.substring(1) : line;
        message.writeBytes((content + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
      line = readLine();
    }
    return tooLarge ? null : message.toByteArray();
  }

  private void reset() {
    sender = false;
    recipients.clear();
  }

  private void reply(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** A line without its end, one char per byte; null at the end of the connection. */
  private @Nullable String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return null;
      }
      if (line.length() > LONGEST_LINE) {
        throw new IOException("A line of a mail is too long");
      }
      line.append((char) c);
    }
    int length = line.length();
    return length > 0 && line.charAt(length - 1) == '\r'
        ? line.substring(0, length - 1)
        : line.toString();
  }
}
