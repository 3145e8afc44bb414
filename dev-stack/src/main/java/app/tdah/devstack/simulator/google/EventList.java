package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Parameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers {@code events.list}: a window of the calendar in pages, or with a sync token what changed
 * since. A page token carries the revision of the first page, so that changes made between two
 * pages come with the next sync.
 */
final class EventList {
  private static final List<String> NOT_WITH_SYNC =
      List.of("timeMin", "timeMax", "updatedMin", "orderBy", "q", "iCalUID");

  private final Calendar calendar;
  private final Parameters query;
  private final long since;
  private final @Nullable Instant timeMin;
  private final @Nullable Instant timeMax;

  EventList(Calendar calendar, Parameters query) {
    this.calendar = calendar;
    this.query = query;
    this.since = query.get("syncToken").map(this::since).orElse(-1L);
    this.timeMin = instant("timeMin");
    this.timeMax = instant("timeMax");
  }

  ObjectNode json() {
    List<Calendar.Stored> events = calendar.events();
    String[] page = query.get("pageToken").map(EventList::page).orElse(new String[] {"", ""});
    long revision = page[0].isEmpty() ? calendar.revision() : number(page[0]);
    int size = size();
    List<Calendar.Stored> rest =
        events.stream()
            .filter(this::wanted)
            .filter(it -> page[1].isEmpty() || key(it).compareTo(page[1]) > 0)
            .sorted(Comparator.comparing(this::key))
            .limit(size + 1L)
            .toList();
    ObjectNode json = head();
    ArrayNode items = json.putArray("items");
    rest.stream().limit(size).forEach(it -> items.add(item(it)));
    if (rest.size() > size) {
      json.put("nextPageToken", token("page", revision, key(rest.get(size - 1))));
    } else if (!query.has("orderBy")) {
      json.put("nextSyncToken", token("sync", revision, String.valueOf(calendar.epoch())));
    }
    return json;
  }

  private boolean wanted(Calendar.Stored event) {
    if (since >= 0) {
      return event.revision() > since;
    }
    boolean shown = !event.cancelled() || query.get("showDeleted", "false").equals("true");
    return shown
        && (timeMin == null || time(event, "end").isAfter(timeMin))
        && (timeMax == null || time(event, "start").isBefore(timeMax))
        && query
            .get("q")
            .map(it -> event.resource().toString().toLowerCase().contains(it.toLowerCase()))
            .orElse(true);
  }

  private static ObjectNode item(Calendar.Stored event) {
    if (!event.cancelled()) {
      return event.resource();
    }
    return Json.object()
        .put("kind", "calendar#event")
        .put("etag", event.resource().path("etag").asString(""))
        .put("id", event.id())
        .put("status", "cancelled");
  }

  private ObjectNode head() {
    ObjectNode json =
        Json.object()
            .put("kind", "calendar#events")
            .put("etag", "\"p" + calendar.revision() + "\"")
            .put("summary", calendar.account())
            .put("description", "")
            .put("updated", Instant.EPOCH.plusSeconds(calendar.revision()).toString())
            .put("timeZone", calendar.zone().getId())
            .put("accessRole", "owner");
    json.putArray("defaultReminders").addObject().put("method", "popup").put("minutes", 30);
    return json;
  }

  /** Sorts as asked; the id makes it unique, so that a page can begin after it. */
  private String key(Calendar.Stored event) {
    return switch (query.get("orderBy", "")) {
      case "startTime" -> "%016d".formatted(time(event, "start").toEpochMilli()) + event.id();
      case "updated" -> "%016d".formatted(event.revision());
      default -> event.id();
    };
  }

  private Instant time(Calendar.Stored event, String end) {
    return EventTime.instant(event.resource().path(end), calendar.zone());
  }

  private int size() {
    long size = query.get("maxResults").map(EventList::number).orElse(250L);
    if (size < 1) {
      throw GoogleError.bad("maxResults", "Values must be within the range: [1, 2500]");
    }
    return (int) Math.min(size, 2_500);
  }

  private @Nullable Instant instant(String name) {
    return query.get(name).map(it -> EventTime.parameter(name, it)).orElse(null);
  }

  private long since(String token) {
    Optional<String> clash = NOT_WITH_SYNC.stream().filter(query::has).findFirst();
    if (clash.isPresent()) {
      throw GoogleError.bad(clash.get(), "Sync token cannot be combined with this parameter.");
    }
    String[] parts = parts("sync", token, "syncToken");
    if (number(parts[1]) != calendar.epoch() || number(parts[0]) > calendar.revision()) {
      throw GoogleError.fullSyncRequired();
    }
    return number(parts[0]);
  }

  private static String[] page(String token) {
    return parts("page", token, "pageToken");
  }

  private static String token(String kind, long revision, String rest) {
    byte[] plain = (kind + "|" + revision + "|" + rest).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().encodeToString(plain);
  }

  private static String[] parts(String kind, String token, String parameter) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String[] parts = plain.split("\\|", 3);
      if (parts.length == 3 && parts[0].equals(kind)) {
        return new String[] {parts[1], parts[2]};
      }
    } catch (IllegalArgumentException e) {
      // falls through to the refusal
    }
    throw GoogleError.bad(parameter, "Invalid " + parameter + " value.");
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw GoogleError.bad("token", "Invalid value.");
    }
  }
}
