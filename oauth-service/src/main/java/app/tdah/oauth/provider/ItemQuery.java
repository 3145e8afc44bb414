package app.tdah.oauth.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which sync.
 *
 * @param cursor from the last sync; null asks for everything
 * @param pageToken from the page before; null asks for the first page
 */
public record ItemQuery(
    @Nullable String cursor, @Nullable String pageToken, Instant windowStart, Instant windowEnd) {}
