package app.tdah.oauth.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.oauth.provider.CalendarEvent;
import app.tdah.oauth.provider.RemoteItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SyncReducerTests {

  private final SyncReducer reducer =
      new SyncReducer(new JsonMapper(), text -> "hash-of-" + text.hashCode());

  @Test
  void putsWhatIsNewAndWhatChanged() {
    assertThat(reducer.reduce(Map.of("b", "another"), List.of(item("a", "x"), item("b", "y"))))
        .hasSize(2)
        .allMatch(ItemChange.Put.class::isInstance);
  }

  @Test
  void onlyMeetsWhatIsUnchanged() {
    ItemChange.Put put =
        (ItemChange.Put) reducer.reduce(Map.of(), List.of(item("a", "x"))).getFirst();
    assertThat(reducer.reduce(Map.of("a", put.hash()), List.of(item("a", "x"))))
        .containsExactly(new ItemChange.Met("a"));
  }

  @Test
  void dropsOnlyWhatWeHold() {
    assertThat(
            reducer.reduce(
                Map.of("a", "hash"), List.of(new RemoteItem.Gone("a"), new RemoteItem.Gone("z"))))
        .containsExactly(new ItemChange.Drop("a"));
  }

  @Test
  void takesTheLastWordOnAnItem() {
    assertThat(reducer.reduce(Map.of(), List.of(item("a", "x"), new RemoteItem.Gone("a"))))
        .isEmpty();
    assertThat(reducer.reduce(Map.of("a", "h"), List.of(new RemoteItem.Gone("a"), item("a", "x"))))
        .singleElement()
        .isInstanceOf(ItemChange.Put.class);
  }

  @Test
  void keepsTheShapeThatEventsPromise() {
    ItemChange.Put put =
        (ItemChange.Put) reducer.reduce(Map.of(), List.of(item("a", "Dentist"))).getFirst();
    assertThat(put.json())
        .isEqualTo(
            "{\"title\":\"Dentist\",\"startAt\":\"2026-03-02T09:00:00Z\","
                + "\"endAt\":\"2026-03-02T10:00:00Z\",\"startDate\":null,\"endDate\":null,"
                + "\"location\":null,\"url\":null,\"status\":\"confirmed\"}");
  }

  private static RemoteItem item(String id, String title) {
    return new RemoteItem.Present(
        id,
        new CalendarEvent(
            title,
            Instant.parse("2026-03-02T09:00:00Z"),
            Instant.parse("2026-03-02T10:00:00Z"),
            null,
            null,
            null,
            null,
            "confirmed"));
  }
}
