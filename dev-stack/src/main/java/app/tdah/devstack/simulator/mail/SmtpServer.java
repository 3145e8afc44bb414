package app.tdah.devstack.simulator.mail;

import app.tdah.devstack.simulator.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Receives mail (RFC 5321) on a loopback port. Our own, because the faults need to choose the reply
 * of a single command.
 */
final class SmtpServer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(SmtpServer.class.getName());

  private final ServerSocket socket;
  private final Mailbox mailbox;
  private final Faults faults;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  SmtpServer(InetAddress address, int port, Mailbox mailbox, Faults faults) {
    this.mailbox = mailbox;
    this.faults = faults;
    try {
      socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot receive mail on port " + port, e);
    }
    Thread.ofVirtual().name("smtp").start(this::acceptAll);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void acceptAll() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        Thread.ofVirtual().name("smtp-session").start(() -> serve(client));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.log(Level.WARNING, "Could not accept a mail connection", e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setSoTimeout(60_000);
      new SmtpSession(client, mailbox, faults).run();
    } catch (SocketException e) {
      LOG.log(Level.DEBUG, "A mail connection ended early", e);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A mail connection failed", e);
    } finally {
      open.remove(client);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
