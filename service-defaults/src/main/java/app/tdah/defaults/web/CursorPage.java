package app.tdah.defaults.web;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items in the list's order
 * @param nextCursor what to ask the next page with; null on the last one
 */
public record CursorPage<T>(List<T> items, @Nullable String nextCursor) {

  /** Makes a page of rows that were read with {@link CursorRequest#fetch()}. */
  public static <R, T> CursorPage<T> of(
      List<R> rows, CursorRequest request, Function<R, UUID> id, Function<R, T> map) {
    List<R> page = rows.subList(0, Math.min(rows.size(), request.limit()));
    boolean more = rows.size() > page.size();
    return new CursorPage<>(
        page.stream().map(map).toList(), more ? encode(id.apply(page.getLast())) : null);
  }

  static String encode(UUID id) {
    ByteBuffer bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  static UUID decode(String cursor) {
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    if (bytes.length != 16) {
      throw new IllegalArgumentException("a cursor has 16 bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
