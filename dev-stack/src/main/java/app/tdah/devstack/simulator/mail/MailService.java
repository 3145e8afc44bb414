package app.tdah.devstack.simulator.mail;

import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Request;
import app.tdah.devstack.simulator.http.Response;
import app.tdah.devstack.simulator.http.Router;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SMTP in, {@code /api/mails} out. */
public final class MailService implements AutoCloseable {
  private final Mailbox mailbox;
  private final SmtpServer smtp;

  public MailService(
      InetAddress address, int port, @Nullable Path directory, Clock clock, Faults faults) {
    this.mailbox = new Mailbox(directory, clock);
    this.smtp = new SmtpServer(address, port, mailbox, faults);
  }

  public int smtpPort() {
    return smtp.port();
  }

  public void register(Router router) {
    router.get("/api/mails", this::list).delete("/api/mails", _ -> clear());
  }

  private Response list(Request request) {
    // No address has a space in it: there stood a plus that the caller did not encode.
    List<Mail> mails =
        request
            .query()
            .get("to")
            .map(to -> mailbox.to(to.replace(' ', '+')))
            .orElseGet(mailbox::all);
    return Response.json(200, Json.object().set("items", Json.MAPPER.valueToTree(mails)));
  }

  private Response clear() {
    mailbox.clear();
    return Response.empty(204);
  }

  @Override
  public void close() {
    smtp.close();
    mailbox.close();
  }
}
