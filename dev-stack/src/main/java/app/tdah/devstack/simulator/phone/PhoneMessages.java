package app.tdah.devstack.simulator.phone;

import app.tdah.devstack.simulator.store.JsonFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every message that went over the network; the oldest leave when it is full. */
final class PhoneMessages implements AutoCloseable {
  private static final int CAPACITY = 5_000;

  private record Content(List<PhoneMessage> messages) {}

  private final LinkedHashMap<String, PhoneMessage> bySid = new LinkedHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final JsonFile<Content> file;
  private final Clock clock;

  PhoneMessages(@Nullable Path directory, Clock clock) {
    this.clock = clock;
    this.file = new JsonFile<>(directory, "phone.json", Content.class);
    file.load()
        .ifPresent(
            content -> content.messages().forEach(message -> bySid.put(message.sid(), message)));
  }

  PhoneMessage add(
      String from,
      String to,
      String body,
      String direction,
      String status,
      @Nullable String statusCallback) {
    byte[] id = new byte[16];
    random.nextBytes(id);
    Instant now = clock.instant();
    PhoneMessage message =
        new PhoneMessage(
            "SM" + HexFormat.of().formatHex(id),
            from,
            to,
            body,
            direction,
            status,
            now,
            now,
            null,
            null,
            statusCallback);
    put(message);
    return message;
  }

  PhoneMessage move(PhoneMessage message, String status, @Nullable Integer errorCode) {
    PhoneMessage moved = message.moved(status, clock.instant(), errorCode);
    put(moved);
    return moved;
  }

  private synchronized void put(PhoneMessage message) {
    bySid.put(message.sid(), message);
    if (bySid.size() > CAPACITY) {
      bySid.pollFirstEntry();
    }
    file.changed(this::content);
  }

  synchronized Optional<PhoneMessage> find(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  /** Newest first. */
  synchronized List<PhoneMessage> all() {
    return List.copyOf(bySid.values()).reversed();
  }

  private Content content() {
    return new Content(all().reversed());
  }

  @Override
  public void close() {
    file.close();
  }
}
