package app.tdah.user;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

/** An SMTP server for tests that can be away for a while. It forgets its mail when it stops. */
public final class TestMail {

  private static GreenMail server;
  private static int port;

  private TestMail() {}

  /** Starts it where it does not run, always on the same port. */
  public static synchronized int up() {
    if (port == 0) {
      port = freePort();
    }
    if (server == null) {
      server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      server.start();
    }
    return port;
  }

  public static synchronized void down() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  /** What arrived for one address. */
  public static synchronized List<MimeMessage> to(String address) {
    if (server == null) {
      return List.of();
    }
    return Arrays.asList(server.getReceivedMessagesForDomain(address));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
