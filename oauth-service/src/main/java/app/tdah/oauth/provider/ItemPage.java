package app.tdah.oauth.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of items.
 *
 * @param nextPageToken null on the last page
 * @param nextCursor on the last page: where the next sync begins; null when the provider gives none
 */
public record ItemPage(
    List<RemoteItem> items, @Nullable String nextPageToken, @Nullable String nextCursor) {

  public ItemPage {
    items = List.copyOf(items);
  }

  /** Whether the sync ends with this page. */
  public boolean last() {
    return nextPageToken == null;
  }
}
