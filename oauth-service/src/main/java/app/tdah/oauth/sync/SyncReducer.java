package app.tdah.oauth.sync;

import app.tdah.oauth.provider.CalendarEvent;
import app.tdah.oauth.provider.RemoteItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** From what a page says and what we hold to what changed. The last word on an item wins. */
final class SyncReducer {

  private final JsonMapper json;
  private final UnaryOperator<String> hash;

  SyncReducer(JsonMapper json, UnaryOperator<String> hash) {
    this.json = json;
    this.hash = hash;
  }

  /**
   * The changes, at most one per item.
   *
   * @param known content hashes of the items of this page that we hold
   */
  List<ItemChange> reduce(Map<String, String> known, List<RemoteItem> page) {
    Map<String, ItemChange> changes = new LinkedHashMap<>();
    for (RemoteItem item : page) {
      changes.remove(item.itemId());
      switch (item) {
        case RemoteItem.Present present -> changes.put(item.itemId(), present(known, present));
        case RemoteItem.Gone gone when known.containsKey(gone.itemId()) ->
            changes.put(item.itemId(), new ItemChange.Drop(gone.itemId()));
        case RemoteItem.Gone gone -> {}
      }
    }
    return List.copyOf(changes.values());
  }

  private ItemChange present(Map<String, String> known, RemoteItem.Present item) {
    String data = json.writeValueAsString(item.event());
    String contentHash = hash.apply(CalendarEvent.KIND + "\n" + data);
    return contentHash.equals(known.get(item.itemId()))
        ? new ItemChange.Met(item.itemId())
        : new ItemChange.Put(item.itemId(), CalendarEvent.KIND, data, contentHash);
  }
}
