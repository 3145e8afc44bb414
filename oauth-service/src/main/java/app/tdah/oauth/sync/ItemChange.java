package app.tdah.oauth.sync;

/** What a page means for one item that we hold, or do not hold yet. */
sealed interface ItemChange {

  String itemId();

  /** New, or other content than before. */
  record Put(String itemId, String kind, String json, String hash) implements ItemChange {}

  /** As before; a full sync has met it. */
  record Met(String itemId) implements ItemChange {}

  /** We held it, and it is gone. */
  record Drop(String itemId) implements ItemChange {}
}
