package app.tdah.oauth.provider;

/** An item as a sync page tells of it. */
public sealed interface RemoteItem {

  /** The provider's id, unique within integration and capability. */
  String itemId();

  /** The item is there, with this content. */
  record Present(String itemId, CalendarEvent event) implements RemoteItem {}

  /** The item was deleted. */
  record Gone(String itemId) implements RemoteItem {}
}
