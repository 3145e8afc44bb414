package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.http.Json;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The primary calendar of one account. Every change takes the next revision, which is what sync
 * tokens count; deleted events stay as cancelled ones.
 */
final class Calendar {
  private static final char[] ID_LETTERS = "0123456789abcdefghijklmnopqrstuv".toCharArray();

  /** An event resource and the revision of its last change. */
  record Stored(long revision, ObjectNode resource) {
    String id() {
      return resource.path("id").asString("");
    }

    boolean cancelled() {
      return resource.path("status").asString("").equals("cancelled");
    }
  }

  record Content(
      String account, long revision, long epoch, Set<LocalDate> seeded, List<Stored> events) {}

  private final String account;
  private final ZoneId zone;
  private final Clock clock;
  private final Runnable changed;
  private final Map<String, Stored> events = new LinkedHashMap<>();
  private final Set<LocalDate> seeded = new TreeSet<>();
  private final SecureRandom random = new SecureRandom();
  private long revision;
  private long epoch;

  Calendar(String account, ZoneId zone, Clock clock, Runnable changed) {
    this.account = account;
    this.zone = zone;
    this.clock = clock;
    this.changed = changed;
  }

  Calendar(Content content, ZoneId zone, Clock clock, Runnable changed) {
    this(content.account(), zone, clock, changed);
    content.events().forEach(event -> events.put(event.id(), event));
    seeded.addAll(content.seeded());
    revision = content.revision();
    epoch = content.epoch();
  }

  String account() {
    return account;
  }

  ZoneId zone() {
    return zone;
  }

  synchronized long revision() {
    return revision;
  }

  synchronized long epoch() {
    return epoch;
  }

  synchronized void expireSyncTokens() {
    epoch++;
    changed.run();
  }

  /** All events, also cancelled ones, after today and tomorrow were given their usual ones. */
  synchronized List<Stored> events() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    if (seeded.add(today)) {
      UsualDay.today(today, zone).forEach(this::insert);
    }
    if (seeded.add(today.plusDays(1))) {
      UsualDay.tomorrow(today.plusDays(1), zone).forEach(this::insert);
    }
    return List.copyOf(events.values());
  }

  synchronized ObjectNode insert(ObjectNode body) {
    String id = body.path("id").isString() ? body.path("id").stringValue() : newId();
    if (events.containsKey(id)) {
      throw GoogleError.duplicate();
    }
    checkTimes(body);
    Instant now = now();
    ObjectNode event =
        Json.object()
            .put("kind", "calendar#event")
            .put("id", id)
            .put("status", "confirmed")
            .put("htmlLink", "https://www.google.com/calendar/event?eid=" + id)
            .put("created", now.toString());
    event.putObject("creator").put("email", account).put("self", true);
    event.putObject("organizer").put("email", account).put("self", true);
    event.put("iCalUID", id + "@google.com").put("sequence", 0).put("eventType", "default");
    event.putObject("reminders").put("useDefault", true);
    event.setAll(body);
    return store(event.put("id", id), now);
  }

  synchronized Optional<Stored> find(String id) {
    return Optional.ofNullable(events.get(id));
  }

  /** Merges top-level fields; a null removes one. */
  synchronized ObjectNode patch(String id, ObjectNode changes, @Nullable String ifMatch) {
    ObjectNode event = live(id, ifMatch).resource().deepCopy();
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      if (change.getValue().isNull()) {
        event.remove(change.getKey());
      } else if (!change.getKey().equals("id")) {
        event.set(change.getKey(), change.getValue());
      }
    }
    checkTimes(event);
    event.put("sequence", event.path("sequence").asInt(0) + 1);
    return store(event, now());
  }

  synchronized void delete(String id, @Nullable String ifMatch) {
    ObjectNode event = live(id, ifMatch).resource().deepCopy();
    store(event.put("status", "cancelled"), now());
  }

  private Stored live(String id, @Nullable String ifMatch) {
    Stored stored = find(id).orElseThrow(GoogleError::notFound);
    if (stored.cancelled()) {
      throw GoogleError.deleted();
    }
    if (ifMatch != null && !ifMatch.equals(stored.resource().path("etag").asString(""))) {
      throw GoogleError.changedMeanwhile();
    }
    return stored;
  }

  private ObjectNode store(ObjectNode event, Instant now) {
    revision++;
    event.put("updated", now.toString()).put("etag", "\"" + (revision + 3_000_000_000L) + "\"");
    events.put(event.path("id").asString(""), new Stored(revision, event));
    changed.run();
    return event;
  }

  private void checkTimes(ObjectNode event) {
    if (!event.path("start").isObject()) {
      throw GoogleError.required("start");
    }
    if (!event.path("end").isObject()) {
      throw GoogleError.required("end");
    }
    Instant start = EventTime.instant(event.path("start"), zone);
    if (EventTime.instant(event.path("end"), zone).isBefore(start)) {
      throw GoogleError.bad("end", "The specified time range is empty.");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String newId() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      id.append(ID_LETTERS[random.nextInt(ID_LETTERS.length)]);
    }
    return id.toString();
  }

  synchronized Content content() {
    return new Content(
        account, revision, epoch, new TreeSet<>(seeded), List.copyOf(events.values()));
  }
}
