package app.tdah.defaults.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list: {@code ?limit=&cursor=}. A controller takes it as an argument.
 *
 * @param limit 1 to 200, 50 when not asked for
 * @param after the id behind the cursor: the last one of the page before; null for the first page
 */
public record CursorRequest(int limit, @Nullable UUID after) {

  static final int DEFAULT_LIMIT = 50;
  static final int MAX_LIMIT = 200;

  /** How many rows to read: one more than the page has, which tells whether there is another. */
  public int fetch() {
    return limit + 1;
  }
}
