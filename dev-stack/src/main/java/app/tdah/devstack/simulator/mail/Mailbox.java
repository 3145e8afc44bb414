package app.tdah.devstack.simulator.mail;

import app.tdah.devstack.simulator.store.JsonFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mails of all recipients, newest first; the oldest leave when it is full. */
final class Mailbox implements AutoCloseable {
  private static final int CAPACITY = 2_000;

  private record Content(List<Mail> mails) {}

  private final List<Mail> mails = new ArrayList<>();
  private final JsonFile<Content> file;
  private final Clock clock;

  Mailbox(@Nullable Path directory, Clock clock) {
    this.clock = clock;
    this.file = new JsonFile<>(directory, "mails.json", Content.class);
    file.load().ifPresent(content -> mails.addAll(content.mails()));
  }

  synchronized void receive(List<String> recipients, ParsedMail mail) {
    for (String to : recipients) {
      String id = UUID.randomUUID().toString();
      mails.addFirst(new Mail(id, to, mail.subject(), mail.text(), mail.html(), clock.instant()));
    }
    while (mails.size() > CAPACITY) {
      mails.removeLast();
    }
    file.changed(this::content);
  }

  synchronized List<Mail> all() {
    return List.copyOf(mails);
  }

  List<Mail> to(String address) {
    return all().stream().filter(mail -> mail.to().equalsIgnoreCase(address)).toList();
  }

  synchronized void clear() {
    mails.clear();
    file.changed(this::content);
  }

  private Content content() {
    return new Content(all());
  }

  @Override
  public void close() {
    file.close();
  }
}
