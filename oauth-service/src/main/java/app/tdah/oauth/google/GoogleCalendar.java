package app.tdah.oauth.google;

import app.tdah.oauth.provider.CalendarEvent;
import app.tdah.oauth.provider.ItemPage;
import app.tdah.oauth.provider.ItemQuery;
import app.tdah.oauth.provider.ProviderException;
import app.tdah.oauth.provider.RemoteItem;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Pages of the primary calendar (Calendar API v3, {@code events.list}), recurrences expanded. */
@Component
class GoogleCalendar {

  private static final int PAGE_SIZE = 250;

  private final GoogleProperties properties;
  private final GoogleHttp http;

  GoogleCalendar(GoogleProperties properties, GoogleHttp http) {
    this.properties = properties;
    this.http = http;
  }

  ItemPage page(String accessToken, ItemQuery query) {
    JsonNode body = http.get(uri(query), accessToken);
    if (!body.path("items").isArray()) {
      throw new ProviderException.Unavailable("Google's answer lacks items", null);
    }
    List<RemoteItem> items = new ArrayList<>();
    for (JsonNode event : body.path("items")) {
      items.add(item(event));
    }
    return new ItemPage(items, text(body, "nextPageToken"), text(body, "nextSyncToken"));
  }

  /** A sync token excludes the window parameters: it remembers the query that it came from. */
  private URI uri(ItemQuery query) {
    Map<String, Object> values = new HashMap<>();
    UriComponentsBuilder uri =
        UriComponentsBuilder.fromUri(properties.calendarUrl())
            .path("/calendars/primary/events")
            .queryParam("singleEvents", true)
            .queryParam("maxResults", PAGE_SIZE);
    if (query.cursor() == null) {
      uri.queryParam("timeMin", "{timeMin}").queryParam("timeMax", "{timeMax}");
      values.put("timeMin", query.windowStart());
      values.put("timeMax", query.windowEnd());
    } else {
      uri.queryParam("syncToken", "{syncToken}");
      values.put("syncToken", query.cursor());
    }
    if (query.pageToken() != null) {
      uri.queryParam("pageToken", "{pageToken}");
      values.put("pageToken", query.pageToken());
    }
    return uri.encode().buildAndExpand(values).toUri();
  }

  private static RemoteItem item(JsonNode event) {
    String id = event.path("id").asString("");
    if (event.path("status").asString("").equals("cancelled")) {
      return new RemoteItem.Gone(id);
    }
    JsonNode start = event.path("start");
    JsonNode end = event.path("end");
    return new RemoteItem.Present(
        id,
        new CalendarEvent(
            event.path("summary").asString(""),
            instant(start),
            instant(end),
            date(start),
            date(end),
            text(event, "location"),
            text(event, "htmlLink"),
            event.path("status").asString("confirmed")));
  }

  private static @Nullable Instant instant(JsonNode moment) {
    String text = text(moment, "dateTime");
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new ProviderException.Unavailable("Google's answer has an unreadable dateTime", e);
    }
  }

  private static @Nullable LocalDate date(JsonNode moment) {
    String text = text(moment, "date");
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new ProviderException.Unavailable("Google's answer has an unreadable date", e);
    }
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : null;
  }
}
