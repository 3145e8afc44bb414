package app.tdah.oauth.sync;

import app.tdah.oauth.integration.OAuthProperties;
import app.tdah.oauth.provider.Capability;
import app.tdah.oauth.provider.ItemPage;
import app.tdah.oauth.provider.ItemQuery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A leased sync of one capability of one integration, and the place where it stands. Without a
 * cursor it is a full sync: every item that its generation does not meet has vanished.
 *
 * @param calls to the provider since the last run that came to its end
 * @param attempts that failed in a row
 */
record SyncJob(
    UUID integrationId,
    Capability capability,
    UUID userId,
    String provider,
    Position position,
    int calls,
    int attempts,
    UUID leaseId) {

  /** Where to go on: also after a crash. */
  record Position(
      @Nullable String cursor,
      @Nullable String pageToken,
      long generation,
      @Nullable Instant windowStart,
      @Nullable Instant windowEnd) {}

  boolean full() {
    return position.cursor() == null;
  }

  /**
   * A run that goes on in the middle keeps its place; an aged window, or no cursor, starts a full
   * one.
   */
  SyncJob begin(OAuthProperties settings, Instant now) {
    if (position.pageToken() != null) {
      return this;
    }
    Instant start = position.windowStart();
    boolean aged =
        start == null
            || start.isBefore(now.minus(settings.windowPast()).minus(settings.windowRefresh()));
    return full() || aged ? restart(settings, now) : this;
  }

  /** A full sync from its first page, in a new window. */
  SyncJob restart(OAuthProperties settings, Instant now) {
    return at(
        new Position(
            null,
            null,
            position.generation() + 1,
            now.minus(settings.windowPast()),
            now.plus(settings.windowFuture())));
  }

  /** The place after that page. */
  SyncJob after(ItemPage page) {
    String cursor = page.last() ? page.nextCursor() : position.cursor();
    Position next =
        new Position(
            cursor,
            page.nextPageToken(),
            position.generation(),
            position.windowStart(),
            position.windowEnd());
    return new SyncJob(
        integrationId, capability, userId, provider, next, calls + 1, attempts, leaseId);
  }

  ItemQuery query() {
    Instant start = position.windowStart();
    Instant end = position.windowEnd();
    if (start == null || end == null) {
      throw new IllegalStateException("A sync that has not begun asks for no page");
    }
    return new ItemQuery(position.cursor(), position.pageToken(), start, end);
  }

  private SyncJob at(Position next) {
    return new SyncJob(integrationId, capability, userId, provider, next, calls, attempts, leaseId);
  }
}
