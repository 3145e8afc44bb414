package app.tdah.oauth.integration;

/** Only the user can give access again; the integration says so already. */
public final class ReconnectRequired extends RuntimeException {
  ReconnectRequired(String message) {
    super(message);
  }
}
