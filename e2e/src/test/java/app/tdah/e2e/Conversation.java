package app.tdah.e2e;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who keeps on writing, whatever happens, and repeats with the same id what was not
 * answered.
 */
final class Conversation implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Person person;
  private final List<String> sent = new ArrayList<>();
  private final Thread writer;
  private volatile boolean writing = true;

  private Conversation(Person person) {
    this.person = person;
    this.writer = Thread.ofVirtual().name("writer").start(this::write);
  }

  static Conversation start(Person person) {
    return new Conversation(person);
  }

  private void write() {
    for (int i = 0; writing; i++) {
      String id = UuidV7.next();
      Map<String, String> message = Map.of("id", id, "content", "add task errand number " + i);
      Awaitility.await().atMost(PATIENCE).until(() -> accepted(message));
      sent.add(id);
    }
  }

  private boolean accepted(Map<String, String> message) {
    try {
      int status = person.post("chat/messages", message).status();
      if (status == 401) {
        person.refresh();
      }
      return status == 200;
    } catch (UncheckedIOException | AssertionError e) {
      return false;
    }
  }

  /** Waits until this many messages were answered. */
  void awaitAnswered(int count) {
    Awaitility.await().atMost(PATIENCE).until(() -> sent.size() >= count);
  }

  int answered() {
    return sent.size();
  }

  /** Stops writing and returns how many messages were accepted. */
  int finish() {
    writing = false;
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return sent.size();
  }

  /** All open tasks of the person. */
  static List<String> taskTitles(Person person) {
    List<String> titles = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          person
              .get("tasks?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .expect(200)
              .json();
      page.path("items").forEach(task -> titles.add(task.path("title").asString()));
      cursor = page.path("nextCursor").isNull() ? "" : page.path("nextCursor").asString();
    } while (!cursor.isEmpty());
    return titles;
  }

  @Override
  public void close() {
    writing = false;
  }
}
