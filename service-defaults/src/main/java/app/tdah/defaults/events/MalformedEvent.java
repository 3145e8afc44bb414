package app.tdah.defaults.events;

/** A record that is not a CloudEvent of ours; no retry can mend it. */
final class MalformedEvent extends RuntimeException {

  MalformedEvent(String message) {
    super(message);
  }
}
